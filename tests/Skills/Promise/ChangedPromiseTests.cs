using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Tests.Billing.Collections;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Skills.Promise;

/// <summary>What is said after a promise, and what a day means to somebody who asked for more time.</summary>
public sealed class ChangedPromiseTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Theory]
    [InlineData("actually Thursday", "Thu 3 Dec")]
    [InlineData("sorry, make that Friday 4 December", "Fri 4 Dec")]
    [InlineData("no, by Friday please", "Fri 4 Dec")]
    public async Task A_day_after_a_promise_changes_it(string words, string day)
    {
        await OweAsync();
        var chat = Alex();
        await chat.CustomerSays("we will pay INV-2026-0139 next Wednesday");
        Assert.Contains($"**INV-2026-0139**, USD 1,200.00, will be paid on **{day}**", (await chat.CustomerSays(words)).Text, StringComparison.Ordinal);
        Assert.Contains($"You promised to pay **INV-2026-0139**, USD 1,200.00, on **{day}**", (await chat.CustomerSays("when did I promise to pay?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_day_after_a_promise_changes_it_in_japanese()
    {
        await Bot.OwesAsync(OverdueInvoice.Of("INV-2026-0141", "adventure", Today.PlusDays(-5)));
        var chat = Mika();
        await chat.CustomerSays("来週の水曜日に支払います");
        Assert.Contains("**12月4日(金)**", (await chat.CustomerSays("すみません、やっぱり12月4日でお願いします")).Text, StringComparison.Ordinal);
        Assert.Contains("**12月4日(金)**にお支払いいただくお約束です", (await chat.CustomerSays("いつ払うと約束しましたか")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_promise_moved_to_an_earlier_day_no_longer_stops_the_clock_until_the_later_one()
    {
        await OweAsync();
        var chat = Alex();
        await chat.CustomerSays("we will pay INV-2026-0139 next Friday");
        await chat.CustomerSays("actually Tuesday");
        var made = await PromisesAsync();
        Assert.Equal(2, made.Count);
        Assert.Equal(IsoDayOfWeek.Tuesday, Assert.Single(made, promise => promise.WithdrawnAt is null).PromisedOn.DayOfWeek);
    }

    [Fact]
    public async Task A_promise_after_a_greeting_is_a_promise_and_no_question()
    {
        await Bot.OwesAsync(OverdueInvoice.Of("INV-2026-0141", "adventure", Today.PlusDays(-5)));
        await Mika().CustomerSays("いつもお世話になっております。INV-2026-0141は12月4日にお支払いするとお約束します。");
        Assert.Equal(new LocalDate(2026, 12, 4), Assert.Single(await PromisesAsync()).PromisedOn);
    }

    [Theory]
    [InlineData("It is paid on Friday")]
    [InlineData("金曜日に振込完了します")]
    public async Task What_will_be_paid_on_a_day_to_come_is_promised_and_not_paid(string words)
    {
        await OweAsync();
        var chat = Alex();
        await chat.CustomerSays("Promise to pay INV-2026-0139");
        await chat.CustomerSays(words);
        Assert.Equal(IsoDayOfWeek.Friday, Assert.Single(await PromisesAsync()).PromisedOn.DayOfWeek);
    }

    [Fact]
    public async Task Asking_in_the_middle_what_was_promised_promises_nothing()
    {
        await OweAsync();
        var chat = Alex();
        await chat.CustomerSays("Promise to pay INV-2026-0139");
        await chat.CustomerSays("did I already promise to pay on Friday?");
        Assert.Empty(await PromisesAsync());
    }

    [Fact]
    public async Task What_else_is_asked_about_a_day_after_a_promise_is_no_promise()
    {
        await OweAsync();
        var chat = Alex();
        await chat.CustomerSays("we will pay INV-2026-0139 next Wednesday");
        Assert.Contains("Mon–Fri", (await chat.CustomerSays("are you open on Thursday?")).Text, StringComparison.Ordinal);
        Assert.Single(await PromisesAsync());
    }

    [Theory]
    [InlineData("when did I promise to pay?")]
    [InlineData("what day did we promise to pay INV-2026-0139")]
    public async Task Asked_what_was_promised_it_says_that_nothing_was(string words)
    {
        await OweAsync();
        Assert.Contains("no promise to pay on record", (await Alex().CustomerSays(words)).Text, StringComparison.Ordinal);
        Assert.Empty(await PromisesAsync());
    }

    [Fact]
    public async Task A_stranger_s_promise_reads_as_one_of_an_invoice_that_does_not_exist()
    {
        await OweAsync();
        await Alex().CustomerSays("we will pay INV-2026-0139 next Wednesday");
        var kim = Bot.Conversation("msteams", TestUser.Kim);
        var strangers = await kim.CustomerSays("when did we promise to pay INV-2026-0139?");
        var nobodys = await kim.CustomerSays("when did we promise to pay INV-2026-9999?");
        Assert.Equal(nobodys.Text, strangers.Text.Replace("INV-2026-0139", "INV-2026-9999", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_promise_that_would_be_refused_is_not_offered()
    {
        await OweAsync();
        Assert.Contains("Promise to pay INV-2026-0139", (await Alex().CustomerSays("INV-2026-0139")).Buttons);
        await Bot.OwesAsync(BrokenTwice());
        Assert.DoesNotContain("Promise to pay INV-2026-0139", (await Alex().CustomerSays("INV-2026-0139")).Buttons);
        var overdue = await Bot.AnswerAsync(Alex(), "Our invoice is overdue. What happens next?");
        Assert.Contains("[Dispute INV-2026-0139]", overdue, StringComparison.Ordinal);
        Assert.DoesNotContain("Promise to pay INV-2026-0139", overdue, StringComparison.Ordinal);
        Assert.DoesNotContain("tell me the day you will pay", overdue, StringComparison.Ordinal);
        Assert.Contains("as many promises", (await Alex().CustomerSays("we will pay INV-2026-0139 on Friday")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_moves_the_day_again_and_again_has_promised_once()
    {
        await OweAsync();
        var chat = Alex();
        foreach (var day in new[] { "2 December", "4 December", "1 December", "8 December" })
        {
            Assert.Contains("will be paid on", (await chat.CustomerSays($"we will pay INV-2026-0139 on {day}")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("Promise to pay INV-2026-0139", (await chat.CustomerSays("INV-2026-0139")).Buttons);
    }

    [Fact]
    public async Task The_last_promise_can_be_moved_within_its_time_and_not_beyond()
    {
        await Bot.OwesAsync(OverdueInvoice.Of("INV-2026-0139", "contoso", Today.PlusDays(-40))
            .Promised(Today.PlusDays(-30), Today.PlusDays(-20)).Promised(Today.PlusDays(-8), Today.PlusDays(2)));
        var chat = Alex();
        Assert.Contains("later than I can agree to (up to Mon 30 Nov)", (await chat.CustomerSays("we will pay INV-2026-0139 on 1 December")).Text, StringComparison.Ordinal);
        Assert.Contains("will be paid on **Mon 30 Nov**", (await chat.CustomerSays("on 30 November then")).Text, StringComparison.Ordinal);
        Assert.Contains("later than I can agree to (up to Mon 30 Nov)", (await chat.CustomerSays("we will pay INV-2026-0139 on 4 December")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("we already paid it this morning")]
    [InlineData("it was paid yesterday")]
    public async Task Asked_for_the_day_who_has_paid_is_not_asked_again(string words)
    {
        await OweAsync();
        var chat = Alex();
        await chat.CustomerSays("Promise to pay INV-2026-0139");
        var reply = await chat.CustomerSays(words);
        Assert.Contains("no promise is needed", reply.Text, StringComparison.Ordinal);
        Assert.Contains("**date** of the payment", reply.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("On which day", reply.Text, StringComparison.Ordinal);
        Assert.Empty(await PromisesAsync());
    }

    [Theory]
    [InlineData("Can I get more time?", "until 4 December")]
    [InlineData("we need two more weeks", "by 4 December please")]
    [InlineData("could you wait a bit longer for our payment", "4 December")]
    public async Task A_day_said_to_get_more_time_is_a_promise_and_no_question_for_the_hours(string words, string day)
    {
        await OweAsync();
        var chat = Alex();
        Assert.Contains("Tell us before the due date", (await chat.CustomerSays(words)).Text, StringComparison.Ordinal);
        Assert.Contains("**Fri 4 Dec**", (await chat.CustomerSays(day)).Text, StringComparison.Ordinal);
        Assert.Equal(new LocalDate(2026, 12, 4), Assert.Single(await PromisesAsync()).PromisedOn);
    }

    [Theory]
    [InlineData("支払いを待ってもらえますか", "12月4日まで")]
    [InlineData("分割で払いたい", "12月4日まで待ってください")]
    public async Task A_day_said_to_get_more_time_in_japanese_is_a_promise(string words, string day)
    {
        await Bot.OwesAsync(OverdueInvoice.Of("INV-2026-0141", "adventure", Today.PlusDays(-5)));
        var chat = Mika();
        Assert.Contains("支払期日の前に", (await chat.CustomerSays(words)).Text, StringComparison.Ordinal);
        Assert.Contains("**12月4日(金)**", (await chat.CustomerSays(day)).Text, StringComparison.Ordinal);
    }

    private static LocalDate Today => Desk.Today;

    private BotHost Bot => shared.Bot;

    private CustomerConversation Alex() => Bot.Conversation("msteams", TestUser.Alex);

    private CustomerConversation Mika() => Bot.Conversation("msteams", TestUser.Mika);

    /// <summary>Two promises, both over and not kept: no more are taken.</summary>
    private static Knowledge.Billing.Invoices.Invoice BrokenTwice() => OverdueInvoice.Of("INV-2026-0139", "contoso", Today.PlusDays(-20))
        .Promised(Today.PlusDays(-15), Today.PlusDays(-12)).Promised(Today.PlusDays(-10), Today.PlusDays(-7));

    private Task OweAsync() => Bot.OwesAsync(OverdueInvoice.Of("INV-2026-0139", "contoso", Today.PlusDays(-20)));

    private Task<List<PaymentPromise>> PromisesAsync() => Bot.ReadAsync(db => db.Set<PaymentPromise>().ToListAsync());
}
