using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Tests.Cli;
using BillingBot.Tests.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Billing.Suspensions;

/// <summary>A suspension needs a ground, when it is requested, when it is approved, and when it is carried out.</summary>
public sealed class GroundTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("contoso-m365-bp", "No unpaid invoice")]
    [InlineData("contoso-vm-reservation", "cannot be suspended")]
    [InlineData("nothing", "There is no subscription")]
    public async Task Without_one_it_cannot_be_requested(string subscription, string expected)
    {
        using var scene = SuspensionScene.Start();
        var saw = await scene.RequestAsync(subscription: subscription);
        Assert.Equal(1, saw.ExitCode);
        Assert.Contains(expected, saw.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dispute", "is disputed")]
    [InlineData("promise", "is promised by 2026-11-27")]
    [InlineData("payment", "No unpaid invoice")]
    [InlineData("stranger", "No unpaid invoice")]
    [InlineData("suspended", "The subscription is Suspended")]
    [InlineData("tenant", "tenant of customer contoso is not known")]
    public async Task What_speaks_against_it_refuses_the_request(string what, string expected)
    {
        using var scene = SuspensionScene.Start();
        await HappenAsync(scene, what);
        var saw = await scene.RequestAsync();
        Assert.Equal(1, saw.ExitCode);
        Assert.Contains(expected, saw.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dispute", "is disputed", SuspensionState.Requested)]
    [InlineData("promise", "is promised by", SuspensionState.Requested)]
    [InlineData("payment", "The request is withdrawn", SuspensionState.Withdrawn)]
    [InlineData("stranger", "belongs to fabrikam", SuspensionState.Requested)]
    public async Task What_comes_between_request_and_approval_stops_it(string what, string expected, SuspensionState then)
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestAsync();
        await HappenAsync(scene, what);
        var saw = await scene.ApproveAsync();
        Assert.Equal(1, saw.ExitCode);
        Assert.Contains(expected, saw.Errors, StringComparison.Ordinal);
        Assert.Equal(then, (await scene.RequestAsync(1)).State);
    }

    [Theory]
    [InlineData("dispute")]
    [InlineData("promise")]
    [InlineData("payment")]
    [InlineData("stranger")]
    [InlineData("suspended")]
    public async Task What_comes_between_approval_and_execution_withdraws_it_untouched(string what)
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestedAndApprovedAsync();
        await HappenAsync(scene, what);
        await scene.WorkAsync();
        var request = await scene.RequestAsync(1);
        Assert.Equal(SuspensionState.Withdrawn, request.State);
        Assert.NotNull(request.Answer);
        Assert.Empty(scene.Provider.Calls);
        Assert.Equal(0, await scene.Bot.ReadAsync(db => db.Mails.CountAsync(Token)));
        Assert.Contains("bot suspension.withdrawn", await scene.AuditAsync());
    }

    [Fact]
    public async Task A_request_that_nobody_approved_goes_away_once_it_is_paid()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestAsync();
        await scene.WorkAsync();
        Assert.Equal(SuspensionState.Requested, (await scene.RequestAsync(1)).State);
        await scene.PayAsync();
        await scene.WorkAsync();
        Assert.Equal(SuspensionState.Withdrawn, (await scene.RequestAsync(1)).State);
        Assert.Empty(await scene.OpenTasksAsync());
    }

    [Fact]
    public async Task Staff_who_are_to_do_it_by_hand_are_told_when_it_is_paid()
    {
        using var scene = SuspensionScene.StartManual();
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        await scene.PayAsync();
        await scene.WorkAsync();
        Assert.Contains(await scene.OpenTasksAsync(), task => task.Subject.Contains("do not suspend it any more", StringComparison.Ordinal));
        await scene.Bot.TypesAsync("bob", "suspension withdraw 1");
        Assert.Empty(await scene.OpenTasksAsync());
    }

    [Fact]
    public async Task A_settled_dispute_lets_it_go_on()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestAsync();
        await scene.DisputeAsync();
        var closed = await scene.Bot.TypesAsync("carol", "dispute close inv2026-0122 --resolution \"The seats were theirs\"");
        Assert.Equal(0, closed.ExitCode);
        Assert.Equal(0, (await scene.ApproveAsync()).ExitCode);
        var audit = await scene.Bot.ReadAsync(db => db.Audit.SingleAsync(entry => entry.Action == "dispute.closed", Token));
        Assert.Equal(("staff:carol", "invoice:INV-2026-0122", "contoso", "The seats were theirs"), (audit.Actor, audit.Subject, audit.CustomerId, audit.Detail));
        Assert.Equal(1, (await scene.Bot.TypesAsync("carol", "dispute close INV-2026-0122 --resolution again")).ExitCode);
    }

    [Fact]
    public async Task A_number_that_another_customer_has_in_another_spelling_is_taken_as_it_is_spelled()
    {
        using var scene = SuspensionScene.Start();
        await scene.DisputeAsync();
        await scene.Bot.WriteAsync(db =>
        {
            db.Add(new Invoice { CustomerId = "fabrikam", Number = "INV2026-0122", NumberKey = InvoiceNumbers.Key("INV2026-0122"), Currency = "USD" });
            return db.SaveChangesAsync();
        });
        Assert.Equal(1, (await scene.Bot.TypesAsync("carol", "dispute close inv20260122 --resolution \"Unclear which\"")).ExitCode);
        Assert.Equal(0, (await scene.Bot.TypesAsync("carol", "dispute close INV-2026-0122 --resolution \"The seats were theirs\"")).ExitCode);
    }

    [Fact]
    public async Task A_promise_that_was_not_kept_or_withdrawn_protects_no_longer()
    {
        using var scene = SuspensionScene.Start();
        await scene.PromiseAsync();
        Assert.Equal(1, (await scene.RequestAsync()).ExitCode);
        scene.Bot.Clock.Advance(TimeSpan.FromDays(4));
        Assert.Equal(0, (await scene.RequestAsync()).ExitCode);
    }

    [Fact]
    public async Task It_is_reached_on_the_day_that_the_policy_names_for_the_customer_s_group()
    {
        using var scene = SuspensionScene.Start();
        await scene.WriteAsync(db => db.Customers.Where(known => known.Id == "contoso")
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.Group, "public-sector"), Token));
        var early = await scene.RequestAsync();
        Assert.Equal(1, early.ExitCode);
        Assert.Contains("overdue by 90 days or more", early.Errors, StringComparison.Ordinal);
        Assert.Contains("group public-sector", early.Errors, StringComparison.Ordinal);
        await DueBeforeAsync(scene, days: 89);
        Assert.Equal(1, (await scene.RequestAsync()).ExitCode);
        await DueBeforeAsync(scene, days: 90);
        Assert.Equal(0, (await scene.RequestAsync()).ExitCode);
    }

    [Fact]
    public async Task Days_of_a_dispute_do_not_count_after_it_was_settled_either()
    {
        using var scene = SuspensionScene.Start();
        await scene.WriteAsync(async db => db.Add(new Dispute
        {
            InvoiceId = await db.Invoices.Where(known => known.Number == SuspensionScene.Late).Select(known => known.Id).SingleAsync(Token),
            OpenedAt = scene.Now - Duration.FromDays(10),
            ClosedAt = scene.Now - Duration.FromDays(4),
        }));
        Assert.Equal(1, (await scene.RequestAsync()).ExitCode);
        scene.Bot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await scene.RequestAsync()).ExitCode);
    }

    [Fact]
    public async Task A_policy_that_suspends_at_another_day_than_the_setting_is_what_counts()
    {
        using var scene = SuspensionScene.Start(settings: ("Suspensions:MinimumDaysOverdue", "60"));
        Assert.Equal(0, (await scene.RequestAsync()).ExitCode);
    }

    [Fact]
    public async Task Where_no_policy_is_published_the_setting_counts()
    {
        using var scene = SuspensionScene.Start(settings: [("Collections:PolicyFile", ""), ("Suspensions:MinimumDaysOverdue", "51")]);
        var early = await scene.RequestAsync();
        Assert.Equal(1, early.ExitCode);
        Assert.Contains("overdue by 51 days or more", early.Errors, StringComparison.Ordinal);
        scene.Bot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Equal(0, (await scene.RequestAsync()).ExitCode);
    }

    private static Task DueBeforeAsync(SuspensionScene scene, int days) => scene.WriteAsync(db => db.Invoices
        .Where(known => known.Number == SuspensionScene.Late)
        .ExecuteUpdateAsync(set => set.SetProperty(known => known.DueOn, scene.Now.InUtc().Date.PlusDays(-days)), Token));

    private static Task HappenAsync(SuspensionScene scene, string what) => what switch
    {
        "dispute" => scene.DisputeAsync(),
        "promise" => scene.PromiseAsync(),
        "payment" => scene.PayAsync(),
        "stranger" => scene.WriteAsync(db => db.Subscriptions.Where(known => known.Id == SuspensionScene.Sales)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.CustomerId, "fabrikam"), Token)),
        "suspended" => scene.WriteAsync(db => db.Subscriptions.Where(known => known.Id == SuspensionScene.Sales)
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.Status, SubscriptionStatus.Suspended), Token)),
        "tenant" => scene.WriteAsync(db => db.Customers.Where(known => known.Id == "contoso")
            .ExecuteUpdateAsync(set => set.SetProperty(known => known.TenantId, (string?)null), Token)),
        _ => throw new ArgumentOutOfRangeException(nameof(what)),
    };
}
