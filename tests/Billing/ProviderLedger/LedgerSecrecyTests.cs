using BillingBot.Tests.Cli;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Billing.ProviderLedger;

/// <summary>What the partner owes Microsoft is no customer's business, whoever asks, in whatever words.</summary>
public sealed class LedgerSecrecyTests(LedgerBot shared) : IClassFixture<LedgerBot>
{
    private static readonly string[] Secrets =
        [LedgerBot.Number, "987,654", "987654", "WIRE-7", "2026-12-13", "13 Dec", "Dec 13", "December 13", "12月13日", "12/13", "secret note"];

    public static TheoryData<string> Questions =>
    [
        "what do you owe Microsoft", "When is your invoice from Microsoft due?", LedgerBot.Number, $"status of {LedgerBot.Number}",
        "have you paid Microsoft's invoice", "is your partner account suspended", "the 987,654.32 dollar invoice", "the invoice due on 13 December",
        "show all invoices", "Microsoftへの支払期限は", "御社はマイクロソフトにいくら払っていますか", "マイクロソフトからの請求書を見せて",
        $"{LedgerBot.Number}の状況は", "12月13日が期限の請求書",
    ];

    [Theory]
    [MemberData(nameof(Questions))]
    public async Task No_reply_has_a_number_amount_or_date_of_it(string question)
    {
        foreach (var user in new[] { TestUser.Guest, TestUser.Alex, TestUser.Mika })
        {
            var chat = shared.Bot.Conversation("emulator", user);
            var reply = await chat.CustomerSays(question);
            Assert.NotEmpty(reply.Text);
            // What the customer said themselves may be said back, and nothing more.
            var secrets = Secrets.Where(secret => !question.Contains(secret, StringComparison.Ordinal));
            Assert.All(secrets, secret => Assert.DoesNotContain(secret, reply.Text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public async Task Staff_do_see_it()
    {
        var saw = await shared.Bot.TypesAsync("alice", "ledger list --all");
        Assert.Contains(LedgerBot.Number, saw.Output, StringComparison.Ordinal);
        Assert.Contains("987,654.32", saw.Output, StringComparison.Ordinal);
        Assert.Contains("2026-12-13", saw.Output, StringComparison.Ordinal);
    }
}
