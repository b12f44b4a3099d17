using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Providers;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Billing.Suspensions;

/// <summary>The provider is away, says no, or the bot dies: nothing is done twice, nothing is forgotten.</summary>
public class TroubleTests
{
    private static readonly TimeSpan PastTheLease = TimeSpan.FromMinutes(11);
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_crash_between_the_provider_s_yes_and_the_record_suspends_once_and_tells_once()
    {
        using var database = new DatabaseFile();
        var provider = new ScriptedProvider();
        using (var scene = SuspensionScene.Start(provider, database.Path))
        {
            await scene.RequestedAndApprovedAsync();
            await scene.WriteAsync(db => FullDisk.NoMoreMailsAsync(db, Token));
            await scene.WorkAsync();
            Assert.Equal("suspended", provider.Status);
            Assert.Equal(SuspensionState.CarryingOut, (await scene.RequestAsync(1)).State);
            Assert.Equal(SubscriptionStatus.Active, await scene.StatusAsync());
            await scene.WriteAsync(db => FullDisk.RoomAgainAsync(db, Token));
        }

        using var restarted = SuspensionScene.Start(provider, database.Path);
        await restarted.WorkAsync();
        Assert.Equal(SuspensionState.CarryingOut, (await restarted.RequestAsync(1)).State);
        restarted.Bot.Clock.Advance(PastTheLease);
        await restarted.WorkAsync();
        await restarted.WorkAsync();

        Assert.Single(provider.Calls);
        Assert.Equal(SuspensionState.Done, (await restarted.RequestAsync(1)).State);
        Assert.Equal(SubscriptionStatus.Suspended, await restarted.StatusAsync());
        Assert.Equal(1, await restarted.Bot.ReadAsync(db => db.Mails.CountAsync(Token)));
        Assert.Single(await restarted.AuditAsync(), line => line.EndsWith("suspension.done", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_answer_that_was_lost_is_found_out_and_not_asked_for_again()
    {
        using var scene = SuspensionScene.Start();
        scene.Provider.Answers.Enqueue((() => throw new IOException("The line is dead."), true));
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        scene.Bot.Clock.Advance(PastTheLease);
        await scene.WorkAsync();
        Assert.Single(scene.Provider.Calls);
        Assert.Equal(SubscriptionStatus.Suspended, await scene.StatusAsync());
    }

    [Fact]
    public async Task What_was_put_off_by_a_clock_that_was_a_year_ahead_does_not_wait_for_a_year()
    {
        using var scene = SuspensionScene.Start();
        scene.Provider.Answers.Enqueue((() => new ProviderResult.Unavailable(null), false));
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        await scene.WriteAsync(db => db.Suspensions.ExecuteUpdateAsync(
            row => row.SetProperty(known => known.NextAttemptAt, known => (NodaTime.Instant?)NodaTime.Instant.FromUtc(2028, 1, 1, 0, 0)), Token));
        await scene.WorkAsync();
        Assert.Equal(SuspensionState.Done, (await scene.RequestAsync(1)).State);
    }

    [Fact]
    public async Task A_provider_that_is_away_is_asked_later_and_at_last_a_person_looks()
    {
        using var scene = SuspensionScene.Start();
        for (var attempt = 0; attempt < SuspensionExecutionLimit; attempt++)
        {
            scene.Provider.Answers.Enqueue((() => new ProviderResult.Unavailable(TimeSpan.FromMinutes(90)), false));
        }

        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        scene.Bot.Clock.Advance(TimeSpan.FromMinutes(89));
        await scene.WorkAsync();
        Assert.Single(scene.Provider.Calls);
        for (var attempt = 0; attempt < SuspensionExecutionLimit + 1; attempt++)
        {
            scene.Bot.Clock.Advance(TimeSpan.FromHours(2));
            await scene.WorkAsync();
        }

        Assert.Equal(SuspensionExecutionLimit, scene.Provider.Calls.Count);
        Assert.Equal(SuspensionState.NeedsHand, (await scene.RequestAsync(1)).State);
        Assert.Contains("did not settle it in 8 attempts", Assert.Single(await scene.OpenTasksAsync()).Detail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_that_comes_back_is_done()
    {
        using var scene = SuspensionScene.Start();
        scene.Provider.Answers.Enqueue((() => new ProviderResult.Unavailable(null), false));
        scene.Provider.Answers.Enqueue((() => new ProviderResult.Conflict("active"), false));
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        for (var minute = 0; minute < 5; minute++)
        {
            scene.Bot.Clock.Advance(TimeSpan.FromMinutes(1));
            await scene.WorkAsync();
        }

        Assert.Equal(3, scene.Provider.Calls.Count);
        Assert.Equal(SubscriptionStatus.Suspended, await scene.StatusAsync());
    }

    [Fact]
    public async Task What_the_provider_refuses_failed_and_staff_read_why()
    {
        using var scene = SuspensionScene.Start();
        scene.Provider.Answers.Enqueue((() => new ProviderResult.Refused("20027", "The subscription is not the customer's."), false));
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        Assert.Equal(SuspensionState.Failed, (await scene.RequestAsync(1)).State);
        Assert.Contains("20027", Assert.Single(await scene.OpenTasksAsync()).Detail, StringComparison.Ordinal);
        Assert.Equal(0, await scene.Bot.ReadAsync(db => db.Mails.CountAsync(Token)));
    }

    [Theory]
    [InlineData(true, "active", SuspensionState.Withdrawn)]
    [InlineData(true, "suspended", SuspensionState.Done)]
    [InlineData(false, "active", SuspensionState.NeedsHand)]
    public async Task Paid_while_the_provider_was_away_is_never_suspended_after_that(bool tells, string status, SuspensionState then)
    {
        using var scene = SuspensionScene.Start();
        scene.Provider.Answers.Enqueue((() => new ProviderResult.Unavailable(null), status == "suspended"));
        await scene.RequestedAndApprovedAsync();
        await scene.WorkAsync();
        await scene.PayAsync();
        scene.Provider.Tells = tells;
        scene.Bot.Clock.Advance(PastTheLease);
        await scene.WorkAsync();
        Assert.Single(scene.Provider.Calls);
        Assert.Equal(then, (await scene.RequestAsync(1)).State);
        // Paid, yet suspended: staff are advised at once to take it back.
        Assert.Equal(then is SuspensionState.Done, (await scene.OpenTasksAsync()).Exists(task => task.Subject.Contains("still suspended", StringComparison.Ordinal)));
    }

    private const int SuspensionExecutionLimit = BillingBot.Suspensions.SuspensionExecution.MaximumAttempts;
}
