using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Cli;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Billing.Suspensions;

/// <summary>Nobody suspends alone, and nobody does twice what two did.</summary>
public class TwoPeopleTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("alice", "")]
    [InlineData("ALICE", "")]
    [InlineData("alice", "--by Bob")]
    [InlineData("bob", "--by alice")]
    [InlineData("bob", "--by \"  Ａｌｉｃｅ \"")]
    public async Task Who_requested_cannot_approve_however_they_write_themselves(string account, string more)
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestAsync();
        var saw = await scene.ApproveAsync(account: account, more: more);
        Assert.Equal(1, saw.ExitCode);
        Assert.Contains("Somebody else must approve", saw.Errors, StringComparison.Ordinal);
        await scene.WorkAsync();
        Assert.Equal(SuspensionState.Requested, (await scene.RequestAsync(1)).State);
        Assert.Empty(scene.Provider.Calls);
    }

    [Theory]
    [InlineData("bot", "")]
    [InlineData("billingbot", "--by Alice")]
    [InlineData("alice", "--by Bot")]
    [InlineData("alice", "--by \" \"")]
    public async Task The_bot_requests_nothing(string account, string more)
    {
        using var scene = SuspensionScene.Start();
        Assert.Equal(1, (await scene.RequestAsync(account, more: more)).ExitCode);
        Assert.Equal(0, await scene.Bot.ReadAsync(db => db.Suspensions.CountAsync(Token)));
    }

    [Fact]
    public async Task Where_an_account_is_shared_the_names_must_differ()
    {
        using var scene = SuspensionScene.StartShared();
        await scene.RequestAsync("root", more: "--by Alice");
        Assert.Equal(1, (await scene.ApproveAsync(account: "root", more: "--by alice")).ExitCode);
        Assert.Equal(0, (await scene.ApproveAsync(account: "root", more: "--by Bob")).ExitCode);
    }

    [Fact]
    public void In_Development_one_account_may_show_two_people_and_in_Production_not()
    {
        using var development = BotHost.Start(settings: BotHost.NoArticles);
        using var production = BotHost.Start(environment: "Production", settings: BotHost.NoArticles);
        Assert.True(development.Services.GetRequiredService<IOptions<SuspensionOptions>>().Value.SameUserMayApprove);
        Assert.False(production.Services.GetRequiredService<IOptions<SuspensionOptions>>().Value.SameUserMayApprove);
    }

    [Fact]
    public async Task Two_approvals_at_once_are_one()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestAsync();
        var desk = scene.Bot.Services.GetRequiredService<SuspensionDesk>();
        var outcomes = await Task.WhenAll(
            Task.Run(() => desk.ApproveAsync(1, new StaffMember("bob", "bob"), Token), Token),
            Task.Run(() => desk.ApproveAsync(1, new StaffMember("carol", "carol"), Token), Token));
        Assert.Single(outcomes, outcome => outcome is SuspensionOutcome.Taken);
        Assert.Single(outcomes, outcome => outcome is SuspensionOutcome.WrongState);
        Assert.Single(await scene.AuditAsync(), line => line.EndsWith("suspension.approved", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_workers_at_once_ask_the_provider_once_and_tell_the_customer_once()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestedAndApprovedAsync();
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(scene.WorkAsync, Token)));
        Assert.Single(scene.Provider.Calls);
        Assert.Equal(1, await scene.Bot.ReadAsync(db => db.Mails.CountAsync(Token)));
    }

    [Fact]
    public async Task A_subscription_has_one_open_request()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestAsync();
        var saw = await scene.RequestAsync("carol");
        Assert.Equal(1, saw.ExitCode);
        Assert.Contains("Request 1 is open", saw.Errors, StringComparison.Ordinal);
        await Assert.ThrowsAsync<DbUpdateException>(() => scene.WriteAsync(db => Task.FromResult(db.Add(new SuspensionRequest
        {
            CustomerId = "contoso",
            SubscriptionId = SuspensionScene.Sales,
            Kind = SuspensionKind.Suspend,
            Reason = "Another instance",
            InvoiceNumbers = [],
            RequestedBy = "dave",
            RequestedFrom = "dave",
            RequestedAt = scene.Now,
        }))));
        await scene.Bot.TypesAsync("carol", "suspension decline 1 --reason \"They called\"");
        Assert.Equal(0, (await scene.RequestAsync("carol")).ExitCode);
    }

    [Fact]
    public async Task Who_requested_may_withdraw_until_the_provider_is_asked()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestedAndApprovedAsync();
        Assert.Equal(0, (await scene.Bot.TypesAsync("alice", "suspension withdraw 1 --reason Mistake")).ExitCode);
        await scene.WorkAsync();
        Assert.Empty(scene.Provider.Calls);
        Assert.Equal(1, (await scene.ApproveAsync()).ExitCode);
        Assert.Empty(await scene.OpenTasksAsync());
    }

    [Fact]
    public void What_is_over_stays_over()
    {
        var all = Enum.GetValues<SuspensionState>();
        Assert.All(
            all.Except(SuspensionMoves.Open).SelectMany(from => all.Select(to => (from, to))),
            move => Assert.False(SuspensionMoves.AreLegal(move.from, move.to)));
        Assert.False(SuspensionMoves.AreLegal(SuspensionState.Requested, SuspensionState.CarryingOut));
        Assert.False(SuspensionMoves.AreLegal(SuspensionState.Approved, SuspensionState.Done));
    }
}
