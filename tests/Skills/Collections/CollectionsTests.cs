using BillingBot.Tests.Billing.Collections;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Skills.Collections;

/// <summary>The collections policy, and where an own invoice stands in it, in whole conversations.</summary>
public sealed class CollectionsTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private BotHost Bot => shared.Bot;

    [Fact]
    public async Task A_guest_reads_the_general_policy_with_its_days_and_effects()
    {
        var reply = await AskAsync(TestUser.Guest, "What happens if I don't pay my invoice?");
        Assert.Contains("a **reminder** of the open invoice", reply, StringComparison.Ordinal);
        Assert.Contains("Our collections policy: all products except Azure", reply, StringComparison.Ordinal);
        Assert.Contains("45 days after the due date | Access to the unpaid product may be suspended | General |", reply, StringComparison.Ordinal);
        Assert.Contains("Our collections policy: Azure", reply, StringComparison.Ordinal);
        Assert.Contains("30 days after the due date | Access to Azure may be suspended | General |", reply, StringComparison.Ordinal);
        Assert.Contains("Charges go on while access is suspended", reply, StringComparison.Ordinal);
        Assert.Contains("What stops it: Paying the invoice", reply, StringComparison.Ordinal);
        Assert.Contains("Nothing is suspended or deleted automatically", reply, StringComparison.Ordinal);
        Assert.Contains("Your agreement may name other dates", reply, StringComparison.Ordinal);
        Assert.Contains("Did this help?", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_explained_in_japanese()
    {
        var reply = await AskAsync(TestUser.Guest, "回収方針");
        Assert.Contains("支払期日の45日後 | 未払いの製品の利用が停止される場合があります", reply, StringComparison.Ordinal);
        Assert.Contains("担当者が判断いたします", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_billing_contact_sees_the_own_overdue_invoice_with_dates_and_what_stops_it()
    {
        await Bot.OwesAsync(OverdueInvoice.Of("INV-2026-0141", "contoso", Desk.Today.PlusDays(-15)));
        var reply = await AskAsync(TestUser.Alex, "Our invoice is overdue. What happens next?");
        Assert.Contains("Where INV-2026-0141 stands", reply, StringComparison.Ordinal);
        Assert.Contains(
            "Now: notice. From Wed 9 Dec the service of Microsoft 365 may be reduced. To stop this: pay USD 1,200.00 quoting INV-2026-0141, or tell me the day you will pay.",
            reply, StringComparison.Ordinal);
        Assert.Contains("Thu 24 Dec | Access to Microsoft 365 may be suspended | ToCome", reply, StringComparison.Ordinal);
        Assert.Contains("These terms hold for your company", reply, StringComparison.Ordinal);
        Assert.Contains("[Promise to pay INV-2026-0141]", reply, StringComparison.Ordinal);
        Assert.Contains("[Dispute INV-2026-0141]", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_person_of_the_customer_sees_the_stage_without_amounts()
    {
        await Bot.OwesAsync(OverdueInvoice.Of("INV-2026-0141", "contoso", Desk.Today.PlusDays(-15)));
        var reply = await AskAsync(Owing.Sam, "Our invoice is overdue. What happens next?");
        Assert.Contains("Now: notice.", reply, StringComparison.Ordinal);
        Assert.Contains("have your billing contact pay the open amount", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("USD", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("1,200", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("[Promise to pay", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Several_overdue_invoices_are_a_table_the_oldest_first_and_only_the_own()
    {
        await Bot.OwesAsync(
            OverdueInvoice.Of("INV-2026-0141", "contoso", Desk.Today.PlusDays(-15)),
            OverdueInvoice.Of("INV-2026-0140", "contoso", Desk.Today.PlusDays(-36)),
            OverdueInvoice.Of("INV-2026-0139", "contoso", Desk.Today.PlusDays(-10)).Disputed(Desk.Today.PlusDays(-2)),
            OverdueInvoice.Of("INV-2026-0138", "contoso", Desk.Today.PlusDays(2)),
            OverdueInvoice.Of("INV-2026-0200", "fabrikam", Desk.Today.PlusDays(-15)));
        var reply = await AskAsync(TestUser.Alex, "what happens after the due date");
        Assert.Contains("3 invoices are past their due date", reply, StringComparison.Ordinal);
        Assert.Contains(
            "INV-2026-0140 | Mon 19 Oct | service may be reduced | From Thu 3 Dec access to Microsoft 365 may be suspended.\nINV-2026-0141 | Mon 9 Nov | notice |",
            reply, StringComparison.Ordinal);
        Assert.Contains("INV-2026-0139 | Sat 14 Nov | Paused while your dispute is checked. | –", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-2026-0138", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-2026-0200", reply, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("What happens if I don't pay my invoice?", "[Promise to pay INV-2026-0141]", "[Dispute INV-2026-0141]", "[Promise to pay INV-", "[Dispute INV-")]
    [InlineData("支払わないとどうなりますか", "[INV-2026-0141の支払予定日を伝える]", "[INV-2026-0141に異議を申し立てる]", "の支払予定日を伝える]", "に異議を申し立てる]")]
    public async Task The_buttons_are_for_the_invoice_whose_clock_runs_and_is_furthest(string words, string promise, string dispute, string anyPromise, string anyDispute)
    {
        var invoices = new[]
        {
            OverdueInvoice.Of("INV-2026-0138", "contoso", Desk.Today.PlusDays(-50)).Disputed(Desk.Today.PlusDays(-2)),
            OverdueInvoice.Of("INV-2026-0139", "contoso", Desk.Today.PlusDays(-40)).Promised(Desk.Today.PlusDays(-2), Desk.Today.PlusDays(3)),
            OverdueInvoice.Of("INV-2026-0140", "contoso", Desk.Today.PlusDays(-2)),
            OverdueInvoice.Of("INV-2026-0141", "contoso", Desk.Today.PlusDays(-36)),
        };
        await Bot.OwesAsync(invoices);
        var reply = await AskAsync(TestUser.Alex, words);
        Assert.Contains(promise, reply, StringComparison.Ordinal);
        Assert.Contains(dispute, reply, StringComparison.Ordinal);
        Assert.Equal((1, 1), (reply.Split(anyPromise).Length - 1, reply.Split(anyDispute).Length - 1));
    }

    [Fact]
    public async Task Where_every_clock_stands_still_there_is_nothing_to_press()
    {
        await Bot.OwesAsync(
            OverdueInvoice.Of("INV-2026-0138", "contoso", Desk.Today.PlusDays(-50)).Disputed(Desk.Today.PlusDays(-2)),
            OverdueInvoice.Of("INV-2026-0139", "contoso", Desk.Today.PlusDays(-40)).Promised(Desk.Today.PlusDays(-2), Desk.Today.PlusDays(3)));
        var reply = await AskAsync(TestUser.Alex, "What happens if I don't pay my invoice?");
        Assert.Contains("2 invoices are past their due date", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("[Promise to pay", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("[Dispute", reply, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_nothing_of_an_invoice_is_told()
    {
        await Bot.OwesAsync(OverdueInvoice.Of("INV-2026-0141", "contoso", Desk.Today.PlusDays(-15)));
        var chat = Bot.Conversation("msteams", TestUser.Alex);
        var activity = chat.Message("What happens if I don't pay my invoice?");
        activity["conversation"]!["isGroup"] = true;
        activity["conversation"]!["conversationType"] = "groupChat";
        using var _ = await chat.PostAsync(activity);
        await Bot.WhenIdleAsync();
        var said = string.Join('\n', Bot.Channel.TakeAll().Where(sent => sent.ConversationId == chat.Id).Select(sent => sent.AllText));
        Assert.Contains("Our collections policy", said, StringComparison.Ordinal);
        Assert.DoesNotContain("INV-", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_group_with_longer_terms_reads_its_own()
    {
        await Bot.ChangeAsync(db => db.Customers.Where(customer => customer.Id == "fabrikam")
            .ExecuteUpdateAsync(set => set.SetProperty(customer => customer.Group, "public-sector")));
        var reply = await AskAsync(TestUser.Kim, "What is your collections policy?");
        Assert.Contains("180 days after the due date", reply, StringComparison.Ordinal);
        Assert.DoesNotContain("45 days after the due date", reply, StringComparison.Ordinal);
        var amongOthers = await Bot.AnswerAsync(Bot.Group(TestUser.Kim), "What is your collections policy?");
        Assert.Contains("45 days after the due date", amongOthers, StringComparison.Ordinal);
        Assert.DoesNotContain("180 days after the due date", amongOthers, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_nothing_is_published_it_says_so_and_offers_a_person()
    {
        using var bot = BotHost.Start(settings: ("Collections:PolicyFile", ""));
        var english = await bot.Conversation("emulator").CustomerSays("What happens if I don't pay my invoice?");
        Assert.Contains("not published here", english.Text, StringComparison.Ordinal);
        Assert.Contains("Talk to a person", english.Buttons);
        var japanese = await bot.Conversation("emulator").CustomerSays("支払いが遅れるとどうなりますか");
        Assert.Contains("ここでは公開していません", japanese.Text, StringComparison.Ordinal);
        Assert.Contains("担当者と話す", japanese.Buttons);
        await bot.OwesAsync(OverdueInvoice.Of("INV-2026-0139", "contoso", Desk.Today.PlusDays(-20)));
        var promise = await bot.Conversation("msteams", TestUser.Alex).CustomerSays("Promise to pay INV-2026-0139");
        Assert.Contains("a colleague can agree on a day", promise.Text, StringComparison.Ordinal);
        Assert.Contains("Talk to a person", promise.Buttons);
    }

    private Task<string> AskAsync(TestUser user, string words) => Bot.AnswerAsync(Bot.Conversation("msteams", user), words);
}
