using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Billing.Collections;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using BillingBot.Tests.Skills.Handoff;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Skills.Dispute;

/// <summary>There is a way back from a dispute: asked once more, for reminders then go on.</summary>
public sealed class DisputeWithdrawalTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Theory]
    [InlineData("I no longer dispute INV-2026-0139", "yes")]
    [InlineData("withdraw my dispute", "Withdraw the dispute of INV-2026-0139")]
    [InlineData("INV-2026-0139への異議を取り下げたい", "はい")]
    public async Task A_dispute_is_withdrawn_after_a_yes_and_staffs_task_ends_with_it(string words, string agreed)
    {
        await OweAsync(139, 140);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("The seats are billed twice");
        var asked = await chat.CustomerSays(words);
        Assert.Contains("INV-2026-0139", asked.Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await DisputesAsync()).ClosedAt);

        await chat.CustomerSays(agreed);
        Assert.NotNull(Assert.Single(await DisputesAsync()).ClosedAt);
        Assert.DoesNotContain(await TasksAsync(), task => task.Subject.Contains("0139", StringComparison.Ordinal) && task.DoneAt is null);
    }

    [Theory]
    [InlineData("We cancelled 5 seats in May, so I dispute INV-2026-0139")]
    [InlineData("I dispute INV-2026-0139, two seats were added by mistake")]
    [InlineData("I do not dispute the seats, but the tax on INV-2026-0139 is wrong")]
    [InlineData("INV-2026-0139に異議があります。取り消した注文のライセンス5本分が含まれています")]
    public async Task A_new_dispute_is_recorded_and_no_withdrawal(string words)
    {
        await OweAsync(139);
        await Alex().CustomerSays(words);
        Assert.Null(Assert.Single(await DisputesAsync()).ClosedAt);
    }

    [Fact]
    public async Task Of_two_disputes_one_is_chosen_by_its_place()
    {
        await OweAsync(139, 140);
        var chat = Alex();
        foreach (var number in new[] { "INV-2026-0139", "INV-2026-0140" })
        {
            await chat.CustomerSays($"Dispute {number}");
            await chat.CustomerSays("The seats are billed twice");
        }

        var which = await Alex().CustomerSays("withdraw my dispute");
        Assert.Equal(2, which.Buttons.Count);
        var elsewhere = Alex();
        await elsewhere.CustomerSays("withdraw my dispute");
        await elsewhere.CustomerSays("INV-2026-0140");
        Assert.Single(await DisputesAsync(), dispute => dispute.ClosedAt is not null);
    }

    [Theory]
    [InlineData("no")]
    [InlineData("When are you open?")]
    public async Task Without_a_yes_it_stays_in_dispute(string words)
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("The seats are billed twice");
        await chat.CustomerSays("withdraw my dispute");
        await chat.CustomerSays(words);
        await chat.CustomerSays("yes");
        Assert.Null(Assert.Single(await DisputesAsync()).ClosedAt);
    }

    [Fact]
    public async Task Withdrawing_the_case_of_a_dispute_says_that_the_dispute_stays()
    {
        await OweAsync(139);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("The seats are billed twice");
        var number = (await Bot.CaseAsync(chat))!.Id;
        Assert.Contains("stays in dispute", (await chat.CustomerSays($"withdraw case {number}")).Text, StringComparison.Ordinal);
        Assert.Null(Assert.Single(await DisputesAsync()).ClosedAt);
        await chat.CustomerSays("withdraw my dispute");
        await chat.CustomerSays("yes please");
        Assert.NotNull(Assert.Single(await DisputesAsync()).ClosedAt);
    }

    [Theory]
    [InlineData("Withdraw the dispute of INV-2026-0139", "The customer has withdrawn the dispute of INV-2026-0139.")]
    [InlineData("INV-2026-0139への異議を取り下げる", "お客様がINV-2026-0139への異議を取り下げました。")]
    public async Task Staff_read_it_in_the_case_also_when_it_is_withdrawn_in_another_chat(string words, string noted)
    {
        await OweAsync(139, 140);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("The seats are billed twice");
        var other = Alex();
        await other.CustomerSays("Dispute INV-2026-0140");
        await other.CustomerSays("The seats are billed twice");

        await Alex().CustomerSays(words);
        Assert.Contains(noted, await DetailsAsync(chat));
        Assert.DoesNotContain(noted, await DetailsAsync(other));
    }

    [Fact]
    public async Task A_dispute_that_was_added_to_a_case_is_withdrawn_in_that_case()
    {
        await OweAsync(139, 140);
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("The seats are billed twice");
        await chat.CustomerSays("Dispute INV-2026-0140");
        await chat.CustomerSays("That month was paid in advance");

        await Alex().CustomerSays("Withdraw the dispute of INV-2026-0140");
        Assert.Contains("The customer has withdrawn the dispute of INV-2026-0140.", await DetailsAsync(chat));
    }

    [Fact]
    public async Task A_strangers_dispute_cannot_be_withdrawn()
    {
        await OweAsync(139);
        await Alex().CustomerSays("Dispute INV-2026-0139");
        var chat = Alex();
        await chat.CustomerSays("Dispute INV-2026-0139");
        await chat.CustomerSays("The seats are billed twice");
        var kim = Bot.Conversation("msteams", TestUser.Kim);
        await kim.CustomerSays("Withdraw the dispute of INV-2026-0139");
        await kim.CustomerSays("yes");
        Assert.Null(Assert.Single(await DisputesAsync()).ClosedAt);
    }

    private BotHost Bot => shared.Bot;

    private async Task<IEnumerable<string?>> DetailsAsync(CustomerConversation chat) =>
        (await Bot.EventsAsync((await Bot.CaseAsync(chat))!.Id)).Where(happened => happened.Kind == CaseEventKind.Detail).Select(happened => happened.Text);

    private CustomerConversation Alex() => Bot.Conversation("msteams", TestUser.Alex);

    private Task OweAsync(params int[] numbers) => Bot.OwesAsync(
        [.. numbers.Select(number => OverdueInvoice.Of($"INV-2026-0{number}", "contoso", Desk.Today.PlusDays(-20)))]);

    private Task<List<Knowledge.Billing.Invoices.Dispute>> DisputesAsync() => Bot.ReadAsync(db => db.Set<Knowledge.Billing.Invoices.Dispute>()
        .Where(dispute => db.Invoices.Any(invoice => invoice.Id == dispute.InvoiceId)).ToListAsync());

    private Task<List<StaffTask>> TasksAsync() => Bot.ReadAsync(db => db.StaffTasks.Where(task => task.Kind == StaffTaskKind.Dispute).ToListAsync());
}
