using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Skills.Amount;
using BillingBot.Tests.Billing.Invoices;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Skills.Amount;

/// <summary>What a billing contact reads of an invoice; every figure is worked out by hand.</summary>
public sealed class AmountExplanationTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private static readonly Bill August = new Bill("INV-2026-0126", 2026, 8).Cycle("Microsoft 365 Business Premium", 20, 22.00m, 440_00, tax: 88_00);

    private static readonly Bill September = new Bill("INV-2026-0134", 2026, 9).Cycle("Microsoft 365 Business Premium", 20, 22.00m, 440_00, tax: 88_00)
        .Part(ChargeType.AddQuantity, "Microsoft 365 Business Premium", 5, 22.00m, 12, 69_67);

    [Fact]
    public void The_headline_says_how_much_and_why()
    {
        var card = Explain(September, August)[0].Card!;
        Assert.Equal("INV-2026-0134, September 2026", card.Title);
        Assert.Equal(
            "USD 69.67 more than August 2026: 5 seats of Microsoft 365 Business Premium were added on Sat 12 Sep (+USD 69.67).", card.Summary);
        Assert.Equal(["5 seats of Microsoft 365 Business Premium were added on Sat 12 Sep", "+USD 69.67"], Assert.Single(card.Table!.Rows).Cells);
    }

    [Fact]
    public void The_arithmetic_of_a_part_period_is_written_out() => Assert.Contains(
        "- Microsoft 365 Business Premium, Sat 12 Sep – Wed 30 Sep: 5 seats × USD 22.00 × 19 of 30 days = USD 69.67",
        Explain(September, August)[1].Text!, StringComparison.Ordinal);

    // 2,750 x 5 x 19 / 30 = 8,708.3.
    [Fact]
    public void In_Japanese_yen_have_no_decimals()
    {
        var messages = Explain(
            new Bill("INV-2026-0133", 2026, 9, "JPY").Cycle("Business Premium", 20, 2_750m, 55_000).Part(ChargeType.AddQuantity, "Business Premium", 5, 2_750m, 12, 8_708),
            new Bill("INV-2026-0125", 2026, 8, "JPY").Cycle("Business Premium", 20, 2_750m, 55_000), Language.Japanese);
        Assert.Equal("2026年8月分より8,708円高くなっています。最も大きな理由は「9月12日(土)にBusiness Premiumを5シート追加」（+8,708円）です。", messages[0].Card!.Summary);
        Assert.Contains("5シート × 2,750円 × 19日/30日 = 8,708円", messages[1].Text!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_legacy_steps_are_written_out() => Assert.Contains(
        "USD 22.00 × 5 ÷ 30 days = USD 3.67 a day; USD 3.67 × 19 days ÷ 5 = USD 13.95 each; USD 13.95 × 5 = USD 69.75",
        Explain(new Bill("L", 2026, 9).Part(ChargeType.AddQuantity, "E1", 5, 22.00m, 12, 69_75, PlatformEra.Legacy), null)[1].Text!, StringComparison.Ordinal);

    [Fact]
    public void What_does_not_follow_from_the_line_is_not_made_up()
    {
        var text = Explain(new Bill("INV-2026-0137", 2026, 9).Part(ChargeType.AddQuantity, "Visio Plan 2", 3, 15.00m, 20, 17_90, PlatformEra.Any), null)[1];
        Assert.Contains("USD 17.90. The line does not say whether", text.Text!, StringComparison.Ordinal);
        Assert.DoesNotContain("×", text.Text!, StringComparison.Ordinal);
        Assert.Contains("Talk to a person", text.Choices.Select(choice => choice.Label));
    }

    [Fact]
    public void What_stays_unexplained_is_said()
    {
        var card = Explain(new Bill("B", 2026, 9).Cycle("Premium", 20, 22.00m, 447_13), new Bill("A", 2026, 8).Cycle("Premium", 20, 22.00m, 440_00))[0].Card!;
        Assert.Equal("USD 7.13 more than August 2026", card.Summary);
        Assert.StartsWith("I cannot explain +USD 7.13 of the difference", card.Note, StringComparison.Ordinal);
    }

    [Fact]
    public void A_long_invoice_shows_eight_rows_and_the_sum_of_the_rest()
    {
        var (later, earlier) = (new Bill("B", 2026, 9), new Bill("A", 2026, 8).Cycle("Product 1", 1, 1m, 1_00));
        foreach (var number in Enumerable.Range(1, 12))
        {
            later.Cycle($"Product {number}", number, 1.00m, number * 100);
        }

        // 11 new products of 2 to 12; the biggest eight are 5 to 12, the rest 4 + 3 + 2.
        var table = Explain(later, earlier)[0].Card!.Table!;
        Assert.Equal(9, table.Rows.Count);
        Assert.Equal(["3 more lines", "+USD 9.00"], table.Rows[^1].Cells);
        Assert.Contains("4 more lines", Explain(later, null)[1].Text!, StringComparison.Ordinal);
    }

    [Fact]
    public void A_cheaper_invoice_names_what_made_it_cheaper()
    {
        var card = Explain(August, September)[0].Card!;
        Assert.StartsWith("USD 69.67 less than September 2026: ", card.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_invoice_is_said_to_be_the_same() => Assert.Equal(
        "The same as August 2026: nothing changed.", Explain(new Bill("S", 2026, 9).Cycle("Microsoft 365 Business Premium", 20, 22.00m, 440_00, tax: 88_00), August)[0].Card!.Summary);

    private IReadOnlyList<ReplyMessage> Explain(Bill later, Bill? earlier, Language? language = null) =>
        shared.Bot.Services.GetRequiredService<AmountExplanation>().Explain(
            new Turn
            {
                Kind = TurnKind.Message,
                Language = language ?? Language.English,
                Person = new KnownPerson("alex", "Alex", "contoso", "Europe/London", "Standard", IsBillingContact: true, "en", "standard"),
                State = ConversationState.Empty,
                Now = Instant.FromUtc(2026, 11, 24, 1, 0),
            },
            later.Account, earlier?.Account);
}
