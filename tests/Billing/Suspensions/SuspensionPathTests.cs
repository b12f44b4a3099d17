using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Tests.Cli;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Billing.Suspensions;

/// <summary>From the request to what the customer reads.</summary>
public sealed class SuspensionPathTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_requests_another_approves_the_provider_suspends_and_the_customer_is_told()
    {
        using var scene = SuspensionScene.Start();
        await scene.Bot.Conversation(user: TestUser.Alex).CustomerSays("hello");
        await scene.RequestedAndApprovedAsync();
        Assert.Empty(scene.Provider.Calls);

        await scene.WorkAsync();

        Assert.Equal(["suspended contoso-sales 00000000-0000-0000-0000-0000000000001"], scene.Provider.Calls);
        Assert.Equal(SuspensionState.Done, (await scene.RequestAsync(1)).State);
        Assert.Equal(SubscriptionStatus.Suspended, await scene.StatusAsync());
        var mail = await scene.Bot.ReadAsync(db => db.Mails.SingleAsync(Token));
        Assert.Equal(("contoso-alex@example.com", "Dynamics 365 Sales Professional has been suspended", "en"), (mail.To, mail.Subject, mail.Language));
        string[] told =
        [
            "Dear Alex Wilber", "8 seats", "INV-2026-0122: USD 624.00 outstanding, due since Mon 5 Oct", "They cannot use the product",
            "They can still reach the data", "They go on while the product is suspended", "have been dropped", "Pay the amount outstanding",
            "support@northwindcloud.example", "Northwind Cloud",
        ];
        Assert.All(told, words => Assert.Contains(words, mail.Body, StringComparison.Ordinal));
        Assert.DoesNotContain("three notices", mail.Body, StringComparison.Ordinal);
        var said = await scene.Bot.Channel.NextAsync();
        Assert.Contains("INV-2026-0122: USD 624.00 outstanding", said.AllText, StringComparison.Ordinal);
        Assert.Empty(await scene.OpenTasksAsync());
    }

    [Fact]
    public async Task Every_step_is_audited_with_who_did_it()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestAsync(more: "--by \"Alice Abe\"");
        await scene.ApproveAsync(account: "alice", more: "--by Bob");
        await scene.ApproveAsync(more: "--by Bob");
        await scene.WorkAsync();
        Assert.Equal(
            [
                "staff:Alice Abe (alice) suspension.requested", "staff:Bob (alice) suspension.approval-refused",
                "staff:Bob suspension.approved", "bot suspension.attempted", "bot suspension.done", "bot suspension.customer-told",
            ],
            await scene.AuditAsync());
        Assert.All(await scene.Bot.ReadAsync(db => db.Audit.ToListAsync(Token)), entry => Assert.Equal("contoso", entry.CustomerId));
    }

    [Fact]
    public async Task Without_a_provider_staff_are_told_word_for_word_what_to_do_and_confirm_it()
    {
        using var scene = SuspensionScene.StartManual();
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        var task = Assert.Single(await scene.OpenTasksAsync());
        Assert.Contains("suspension confirm 1", task.Subject, StringComparison.Ordinal);
        Assert.Contains("Select the subscription contoso-sales, choose Suspended", task.Detail, StringComparison.Ordinal);
        Assert.Equal(SubscriptionStatus.Active, await scene.StatusAsync());
        Assert.Empty(await scene.Bot.ReadAsync(db => db.Mails.ToListAsync(Token)));

        Assert.Equal(0, (await scene.Bot.TypesAsync("carol", "suspension confirm 1")).ExitCode);
        await scene.WorkAsync();

        Assert.Equal(SubscriptionStatus.Suspended, await scene.StatusAsync());
        Assert.Single(await scene.Bot.ReadAsync(db => db.Mails.ToListAsync(Token)));
        Assert.Empty(await scene.OpenTasksAsync());
        Assert.Contains("staff:carol suspension.confirmed", await scene.AuditAsync());
    }

    [Fact]
    public async Task A_confirmation_that_the_provider_contradicts_goes_back_to_staff()
    {
        using var scene = SuspensionScene.Start();
        scene.Provider.Answers.Enqueue((() => new BillingBot.Providers.ProviderResult.NeedsHand("Do it there."), false));
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        await scene.Bot.TypesAsync("bob", "suspension confirm 1");
        await scene.WorkAsync();
        Assert.Equal(SuspensionState.NeedsHand, (await scene.RequestAsync(1)).State);
        Assert.Contains("still says: active", Assert.Single(await scene.OpenTasksAsync()).Detail, StringComparison.Ordinal);
        Assert.Equal(SubscriptionStatus.Active, await scene.StatusAsync());
    }

    [Fact]
    public async Task The_worker_finds_by_itself_what_was_approved_in_another_process()
    {
        using var scene = SuspensionScene.Start(worksByItself: true);
        await scene.RequestedAndApprovedAsync();
        await scene.Bot.PassTimeUntilAsync(
            scene.Bot.WaitForAsync(db => db.Suspensions.AnyAsync(request => request.State == SuspensionState.Done, Token)).ContinueWith(_ => true, Token),
            TimeSpan.FromSeconds(5));
        Assert.Equal(SubscriptionStatus.Suspended, await scene.StatusAsync());
    }

    [Fact]
    public async Task A_customer_without_a_billing_contact_is_left_to_staff()
    {
        using var scene = SuspensionScene.Start();
        await scene.WriteAsync(db => db.People.ExecuteUpdateAsync(set => set.SetProperty(person => person.IsBillingContact, false), Token));
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        Assert.Contains("no billing contact to tell", Assert.Single(await scene.OpenTasksAsync()).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Once_all_is_paid_staff_are_advised_to_reactivate_and_nothing_happens_by_itself()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        Assert.Empty(await scene.OpenTasksAsync());
        await scene.PayAsync();
        await scene.WorkAsync();
        await scene.WorkAsync();
        Assert.Contains("is paid and still suspended", Assert.Single(await scene.OpenTasksAsync()).Subject, StringComparison.Ordinal);
        Assert.Equal("suspended", scene.Provider.Status);

        await scene.Bot.TypesAsync("alice", "suspension reactivate --subscription contoso-sales --reason Paid --yes");
        Assert.Contains("waits for a second person", Assert.Single(await scene.OpenTasksAsync()).Subject, StringComparison.Ordinal);
        await scene.ApproveAsync(id: 2);
        await scene.WorkAsync();

        Assert.Equal("active", scene.Provider.Status);
        Assert.Equal(SubscriptionStatus.Active, await scene.StatusAsync());
        var mail = await scene.Bot.ReadAsync(db => db.Mails.OrderBy(mail => mail.Id).LastAsync(Token));
        Assert.Equal("Dynamics 365 Sales Professional is available again", mail.Subject);
        Assert.Contains("Tell us which ones you still want", mail.Body, StringComparison.Ordinal);
        Assert.Contains("staff:bob reactivation.approved", await scene.AuditAsync());
    }
}
