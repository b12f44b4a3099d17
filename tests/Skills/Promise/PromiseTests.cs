using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Billing.Collections;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Skills.Promise;

/// <summary>Promises to pay, in whole conversations.</summary>
public sealed class PromiseTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private static readonly LocalDate Today = Desk.Today;

    [Fact]
    public async Task A_promise_said_in_one_sentence_is_recorded_and_told_to_staff()
    {
        await OweAsync();
        var reply = await Alex().CustomerSays("we will pay INV-2026-0139 on Friday");
        Assert.Contains("**INV-2026-0139**, USD 1,200.00, will be paid on **Fri 27 Nov**", reply.Text, StringComparison.Ordinal);
        Assert.Contains("Paused until Fri 27 Nov: promise to pay.", reply.Text, StringComparison.Ordinal);
        var promise = Assert.Single(await PromisesAsync());
        Assert.Equal((new LocalDate(2026, 11, 27), "contoso-alex"), (promise.PromisedOn, promise.PersonId));
        var task = Assert.Single(await Bot.ReadAsync(db => db.StaffTasks.Where(task => task.Kind == StaffTaskKind.PaymentPromise).ToListAsync()));
        Assert.Equal(("contoso", "INV-2026-0139: payment promised for 2026-11-27"), (task.CustomerId, task.Subject));
        Assert.True(await Bot.ReadAsync(db => db.Audit.AnyAsync(entry => entry.Action == "payment.promised" && entry.Subject == "invoice:INV-2026-0139")));
    }

    [Theory]
    [InlineData("木曜の支払処理に入れるもの")]
    [InlineData("what needs to go into Thursday's payment run")]
    public async Task What_to_pay_on_a_day_is_a_question_and_no_promise(string words)
    {
        await OweAsync();
        var reply = await Alex().CustomerSays(words);
        Assert.Contains("INV-2026-0139", reply.Text, StringComparison.Ordinal);
        Assert.Empty(await PromisesAsync());
    }

    [Theory]
    [InlineData("can I pay next week?", "I need one day.")]
    [InlineData("I promise to pay", "On which day will you pay INV-2026-0139?")]
    [InlineData("Promise to pay INV-2026-0139", "On which day")]
    public async Task The_day_is_asked_when_none_is_said(string words, string asked)
    {
        await OweAsync();
        var chat = Alex();
        var question = await chat.CustomerSays(words);
        Assert.Contains(asked, question.Text, StringComparison.Ordinal);
        Assert.Contains("Tue 8 Dec", question.Text, StringComparison.Ordinal);
        Assert.Empty(await PromisesAsync());
        Assert.Contains("**Thu 3 Dec**", (await chat.CustomerSays("on 3 December")).Text, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 12, 3), Assert.Single(await PromisesAsync()).PromisedOn);
    }

    [Fact]
    public async Task A_promise_in_japanese()
    {
        await Bot.OwesAsync(OverdueInvoice.Of("INV-2026-0141", "adventure", Today.PlusDays(-5)));
        var reply = await Bot.Conversation("msteams", TestUser.Mika).CustomerSays("金曜日に払います");
        Assert.Contains("**11月27日(金)**", reply.Text, StringComparison.Ordinal);
        Assert.Contains("お約束を承りました", reply.Text, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 11, 27), Assert.Single(await PromisesAsync()).PromisedOn);
    }

    [Fact]
    public async Task Of_several_unpaid_invoices_it_asks_which_and_keeps_the_day_that_was_said()
    {
        await Bot.OwesAsync(Invoice(139, -20), Invoice(140, -5), Invoice(141, -3));
        var chat = Alex();
        var which = await chat.CustomerSays("we will pay on Friday");
        Assert.Contains("Which invoice", which.Text, StringComparison.Ordinal);
        Assert.Contains("Promise to pay INV-2026-0140", which.Buttons);
        var reply = await chat.CustomerSays("Promise to pay INV-2026-0140");
        Assert.Contains("**INV-2026-0140**", reply.Text, StringComparison.Ordinal);
        Assert.Contains("**Fri 27 Nov**", reply.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("I will pay the other one on Friday")]
    [InlineData("we will pay the other invoice on Friday")]
    public async Task The_other_one_is_not_the_invoice_last_spoken_of(string words)
    {
        await Bot.OwesAsync(Invoice(139, -20), Invoice(140, -5));
        var chat = Alex();
        await chat.CustomerSays("status of INV-2026-0139");
        Assert.Contains("**INV-2026-0140**", (await chat.CustomerSays(words)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("we paid INV-2026-0139 on 20 November, I promise", "That day has passed")]
    [InlineData("we will pay INV-2026-0139 on 20 December", "later than I can agree to (up to Tue 8 Dec)")]
    public async Task Days_that_do_not_do_are_refused_kindly_with_a_person_as_the_way_on(string words, string expected)
    {
        await OweAsync();
        var chat = Alex();
        await chat.CustomerSays("Promise to pay INV-2026-0139");
        var reply = await chat.CustomerSays(words);
        Assert.Contains(expected, reply.Text, StringComparison.Ordinal);
        Assert.Contains("Talk to a person", reply.Buttons);
        Assert.Empty(await PromisesAsync());
        Assert.Contains("pass this on to our staff", (await chat.CustomerSays("Talk to a person")).Text, StringComparison.Ordinal);
        await chat.CustomerSays("cancel");
        await chat.CustomerSays("We will pay INV-2026-0139 on Friday");
        Assert.Single(await PromisesAsync());
    }

    [Fact]
    public async Task The_same_promise_twice_is_one()
    {
        await OweAsync();
        var chat = Alex();
        await chat.CustomerSays("we will pay INV-2026-0139 on Friday");
        Assert.Contains("I have that already", (await chat.CustomerSays("we will pay INV-2026-0139 on Friday")).Text, StringComparison.Ordinal);
        Assert.Single(await PromisesAsync());
    }

    [Fact]
    public async Task After_two_promises_that_were_not_kept_a_third_goes_to_a_person()
    {
        await Bot.OwesAsync(Invoice(139, -20).Promised(Today.PlusDays(-15), Today.PlusDays(-12)).Promised(Today.PlusDays(-10), Today.PlusDays(-7)));
        var third = await Alex().CustomerSays("we will pay INV-2026-0139 on 1 December");
        Assert.Contains("as many promises", third.Text, StringComparison.Ordinal);
        Assert.Contains("Talk to a person", third.Buttons);
        Assert.Equal(2, (await PromisesAsync()).Count);
    }

    [Fact]
    public async Task Of_two_promises_for_an_invoice_only_the_newer_waits_for_staff()
    {
        await Bot.OwesAsync(Invoice(139, -20), Invoice(140, -5));
        var chat = Alex();
        await chat.CustomerSays("we will pay INV-2026-0140 on Friday");
        await chat.CustomerSays("we will pay INV-2026-0139 on Friday");
        await chat.CustomerSays("we will pay INV-2026-0139 on 30 November");
        var tasks = await Bot.ReadAsync(db => db.StaffTasks.Where(task => task.Kind == StaffTaskKind.PaymentPromise).OrderBy(task => task.Id).ToListAsync());
        Assert.Equal([(null, "INV-2026-0140"), ("bot", "INV-2026-0139"), (null, "INV-2026-0139")], tasks.Select(task => (task.DoneBy, task.Subject[..13])));
        Assert.Contains("by Alex Wilber.", tasks[^1].Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_is_no_billing_contact_cannot_promise()
    {
        await OweAsync();
        var reply = await Bot.Conversation("msteams", Owing.Sam).CustomerSays("Promise to pay INV-2026-0139");
        Assert.Contains("Only a billing contact", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("1,200", reply.Text, StringComparison.Ordinal);
        Assert.Empty(await PromisesAsync());
    }

    [Fact]
    public async Task A_stranger_s_number_reads_as_one_that_does_not_exist()
    {
        await Bot.OwesAsync(Invoice(139, -20), OverdueInvoice.Of("INV-2026-0200", "fabrikam", Today.PlusDays(-5)));
        var kim = Bot.Conversation("msteams", TestUser.Kim);
        var strangers = await kim.CustomerSays("Promise to pay INV-2026-0139");
        var nobodys = await kim.CustomerSays("Promise to pay INV-2026-9999");
        Assert.Equal(nobodys.Text, strangers.Text.Replace("INV-2026-0139", "INV-2026-9999", StringComparison.Ordinal));
        Assert.Empty(await PromisesAsync());
    }

    [Fact]
    public async Task A_guest_is_asked_who_they_are()
    {
        await OweAsync();
        var reply = await Bot.Conversation("emulator").CustomerSays("we will pay on Friday");
        Assert.Contains("people I recognise", reply.Text, StringComparison.Ordinal);
        Assert.Empty(await PromisesAsync());
    }

    [Fact]
    public async Task What_is_paid_or_not_due_yet_needs_no_promise()
    {
        await Bot.OwesAsync(Invoice(139, -20).Paid(Today, 120_000), Invoice(140, 10));
        var chat = Alex();
        Assert.Contains("Nothing is open", (await chat.CustomerSays("we will pay INV-2026-0139 on Friday")).Text, StringComparison.Ordinal);
        Assert.Contains("in time", (await chat.CustomerSays("we will pay INV-2026-0140 on Friday")).Text, StringComparison.Ordinal);
        Assert.Empty(await PromisesAsync());
    }

    [Theory]
    [InlineData("we will pay on Friday", "What is the collections policy?", "Back to where we were: Which invoice will you pay?", "Cancel")]
    [InlineData("we will pay on Friday", "asdfgh qwerty", "Back to where we were: Which invoice will you pay?", "Cancel")]
    [InlineData("金曜日に払います", "営業時間を教えてください", "先ほどの続きです。どの請求書のお支払いでしょうか。", "キャンセル")]
    public async Task After_a_side_question_the_very_buttons_are_there_again_and_still_choose(string promise, string aside, string again, string cancel)
    {
        await Bot.OwesAsync(Invoice(139, -20), Invoice(140, -5), Invoice(141, -3));
        var chat = Alex();
        var asked = await chat.CustomerSays(promise);
        var resumed = await chat.CustomerSays(aside);
        Assert.Contains(again, resumed.Text, StringComparison.Ordinal);
        Assert.Equal([.. asked.Buttons, cancel], resumed.Buttons.TakeLast(asked.Buttons.Count + 1));
        Assert.Equal(3, asked.Buttons.Count);
        await chat.CustomerSays(asked.Buttons[1]);
        Assert.Equal(new LocalDate(2026, 11, 27), Assert.Single(await PromisesAsync()).PromisedOn);
    }

    [Fact]
    public async Task A_side_question_is_answered_and_the_day_asked_again_and_cancel_records_nothing()
    {
        await OweAsync();
        var chat = Alex();
        await chat.CustomerSays("Promise to pay INV-2026-0139");
        var aside = await chat.CustomerSays("What is the collections policy?");
        Assert.Contains("Back to where we were: On which day", aside.Text, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", (await chat.CustomerSays("cancel")).Text, StringComparison.Ordinal);
        Assert.Empty(await PromisesAsync());
    }

    private BotHost Bot => shared.Bot;

    private CustomerConversation Alex() => Bot.Conversation("msteams", TestUser.Alex);

    private Task OweAsync() => Bot.OwesAsync(Invoice(139, -20));

    private Task<List<PaymentPromise>> PromisesAsync() => Bot.ReadAsync(db => db.Set<PaymentPromise>().ToListAsync());

    private static Knowledge.Billing.Invoices.Invoice Invoice(int number, int due) =>
        OverdueInvoice.Of($"INV-2026-0{number}", "contoso", Today.PlusDays(due));
}
