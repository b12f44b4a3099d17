using System.Net;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Billing.Collections;
using BillingBot.Tests.Host;
using BillingBot.Tests.Skills.Collections;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using NodaTime;
using static Microsoft.Playwright.Assertions;

namespace BillingBot.Tests.Console;

/// <summary>What waits for staff beside the cases is seen, found again and closed once.</summary>
public sealed class TasksPageTests(ConsoleBrowser browser) : IClassFixture<ConsoleBrowser>
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en-GB", 1280, "Disputed invoice", "Close")]
    [InlineData("ja-JP", 390, "請求への異議", "閉じる")]
    public async Task A_task_is_shown_with_its_customer_and_closed_by_one_of_two(string locale, int width, string kind, string button)
    {
        var subject = $"Disputed <b>in</b> {locale}";
        await AddAsync(StaffTaskKind.Dispute, subject, "The third line is \ud83d\ude31 wrong");
        await using var yuki = await browser.OpenAsync("demo-yuki", "/tasks", locale, width);
        await using var ken = await browser.OpenAsync("demo-ken", "/tasks");
        var task = Task(yuki, subject);
        await Expect(task).ToContainTextAsync(kind);
        await Expect(task).ToContainTextAsync("Contoso");
        await Expect(Task(ken, subject)).ToBeVisibleAsync();
        await yuki.AssertAccessibleAsync();
        await yuki.AssertFitsAsync();
        await yuki.PictureAsync($"tasks-{locale}-{width}");

        await task.GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(task).ToHaveCountAsync(0);
        await Task(ken, subject).GetByRole(AriaRole.Button, new() { Name = "Close" }).ClickAsync();
        await Expect(ken.Page.GetByText($"Somebody else closed this before you: {subject}")).ToBeVisibleAsync();

        await ken.Page.GetByLabel("Show").SelectOptionAsync("Done");
        await ken.PictureAsync($"tasks-done-{locale}");
        await Expect(Task(ken, subject)).ToContainTextAsync("Closed by staff:Yuki Tanaka");
        Assert.Single(await browser.Bot.ReadAsync(db => db.Audit.Where(entry => entry.Action == "task.done" && entry.Detail == subject).ToListAsync(Ct)));
        Assert.Empty(yuki.Complaints);
    }

    [Theory]
    [InlineData("en-GB", "INV-2026-0139: payment promised for Fri 27 Nov", "Promise 1 for this invoice, by Alex Wilber.", "INV-2026-0140 is disputed by Alex Wilber", "Closed: ")]
    [InlineData("ja-JP", "INV-2026-0139：11月27日(金)にお支払いの約束", "この請求書の1回目の約束（Alex Wilber 様）", "INV-2026-0140：Alex Wilber 様からの異議", "閉じました：")]
    public async Task Promises_and_disputes_are_told_in_the_language_of_whoever_reads_and_by_the_person_s_name(
        string locale, string promised, string by, string disputed, string closed)
    {
        await browser.Bot.OwesAsync(
            OverdueInvoice.Of("INV-2026-0139", "contoso", Desk.Today.PlusDays(-20)), OverdueInvoice.Of("INV-2026-0140", "contoso", Desk.Today.PlusDays(-20)));
        var alex = browser.Bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays("we will pay INV-2026-0139 on Friday");
        await alex.CustomerSays("Dispute INV-2026-0140");
        await alex.CustomerSays("the third line was never ordered");
        await using var yuki = await browser.OpenAsync("demo-yuki", "/tasks", locale);
        await Expect(Task(yuki, promised)).ToContainTextAsync(by);
        await Expect(Task(yuki, disputed)).ToContainTextAsync("the third line was never ordered");
        await Expect(yuki.Page.Locator(".tasks")).Not.ToContainTextAsync("contoso-alex");
        await yuki.AssertAccessibleAsync();
        await Task(yuki, promised).GetByRole(AriaRole.Button).ClickAsync();
        await Expect(yuki.Page.GetByText(closed + promised)).ToBeVisibleAsync();
        await Expect(Task(yuki, promised)).ToHaveCountAsync(0);
    }

    [Theory]
    [InlineData("en-GB", "What the bot answered did not reach the customer", "Send again", "It is being sent again")]
    [InlineData("ja-JP", "ボットの返信がお客様に届きませんでした", "再送する", "再送しています")]
    public async Task A_reply_that_was_given_up_is_sent_again_from_its_task(string locale, string subject, string button, string told)
    {
        var alex = browser.Bot.Conversation("msteams", TestUser.Alex);
        browser.Bot.Channel.Answer = sent => sent.ConversationId == alex.Id ? new HttpResponseMessage(HttpStatusCode.Forbidden) : null;
        using var posted = await alex.PostAsync(alex.Message("thanks", "1"));
        await browser.Bot.WaitForAsync(db => db.StaffTasks.AnyAsync(task => task.Kind == StaffTaskKind.ReplyFailed && task.DoneAt == null, Ct));
        await using var yuki = await browser.OpenAsync("demo-yuki", "/tasks", locale);
        await Expect(Task(yuki, subject)).ToContainTextAsync("Contoso");
        await yuki.AssertAccessibleAsync();
        await yuki.AssertFitsAsync();

        browser.Bot.Channel.Answer = _ => null;
        await Task(yuki, subject).GetByRole(AriaRole.Button, new() { Name = button }).ClickAsync();
        await Expect(yuki.Page.GetByText(told)).ToBeVisibleAsync();
        await Expect(Task(yuki, subject)).ToHaveCountAsync(0);
        SentActivity again;
        do
        {
            again = await browser.Bot.Channel.NextAsync();
        }
        while (again.ConversationId != alex.Id);
        Assert.Equal("1", again.ReplyToId);
    }

    [Fact]
    public async Task Suspensions_are_for_leads()
    {
        await AddAsync(StaffTaskKind.Suspension, "Suspend the zebra");
        var id = await browser.Bot.ReadAsync(db => db.StaffTasks.Where(task => task.Subject == "Suspend the zebra").Select(task => task.Id).SingleAsync(Ct));
        await using var ken = await browser.OpenAsync("demo-ken", "/tasks");
        await Expect(Task(ken, "Suspend the zebra")).ToBeVisibleAsync();
        var (desk, yuki) = (browser.Bot.Services.GetRequiredService<TaskDesk>(), CaseRoom.Demo("yuki"));
        Assert.DoesNotContain(await desk.ReadAsync(yuki, done: false, Ct), row => row.Task.Id == id);
        Assert.False(await desk.DoneAsync(yuki, id, Ct));
        Assert.Empty(await desk.ReadAsync(yuki with { Roles = new HashSet<StaffRole> { StaffRole.KnowledgeEditor } }, done: false, Ct));
    }

    private static ILocator Task(ConsoleWindow window, string subject) => window.Page.Locator(".tasks li").Filter(new() { HasText = subject });

    private Task<int> AddAsync(StaffTaskKind kind, string subject, string? detail = null) => browser.Bot.Services.GetRequiredService<DbWriter>().CommitAsync(
        (db, token) =>
        {
            db.Add(new StaffTask { Kind = kind, Subject = subject, Detail = detail, CustomerId = "contoso", CreatedAt = Instant.FromUtc(2026, 11, 2, 9, 0) });
            return db.SaveChangesAsync(token);
        },
        Ct);
}
