using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Tests.Host;
using BillingBot.Tests.Support.Routing;
using BillingBot.Tests.Support.Routing.Situations;

namespace BillingBot.Tests.Support.Dispatch;

/// <summary>The owner answers the diagnosis, and the case is decided again.</summary>
public sealed class RoutingReviewTests : IDisposable
{
    private readonly RoutingScene _scene = RoutingScene.Start();
    private static CancellationToken Token => RoutingScene.Token;

    [Fact]
    public async Task A_diagnosed_fault_goes_to_the_plan_that_is_held_and_the_case_says_why()
    {
        var id = await _scene.OwnedAsync();
        var first = Assert.IsType<ReviewOutcome.Decided>(await DecideAsync(RoutingScene.Aki, id, input => input));
        Assert.Equal("Queue:technical", first.Record.Decision.Destination.ToString());

        var second = Assert.IsType<ReviewOutcome.Decided>(await DecideAsync(RoutingScene.Aki, id, input => input with { Diagnosis = Given.Diagnosed().Diagnosis }));
        Assert.Equal("Microsoft:AdvancedSupportForPartners", second.Record.Decision.Destination.ToString());

        var known = await _scene.CaseAsync(id);
        Assert.Equal(second.Record.ToJson(), known.Routing);
        Assert.Equal("aki", known.OwnerId);
        Assert.Equal("Microsoft:AdvancedSupportForPartners", (await _scene.HistoryAsync(id, CaseEventKind.Routed))[^1].Text);
        Assert.Equal(2, (await _scene.AuditAsync("case.routed")).Count);
    }

    [Fact]
    public async Task Only_the_owner_or_a_lead_decides_and_nobody_moves_it_to_another_customer()
    {
        var id = await _scene.OwnedAsync();
        var stranger = Staff.Of("yuki", "yuki", StaffRole.Agent);
        Assert.IsType<CaseOutcome.OwnedBy>(Assert.IsType<ReviewOutcome.Refused>(await DecideAsync(stranger, id, input => input)).Why);
        Assert.IsType<CaseOutcome.Forbidden>(Assert.IsType<ReviewOutcome.Refused>(await DecideAsync(RoutingScene.Kay, id, input => input)).Why);
        Assert.IsType<CaseOutcome.NotFound>(Assert.IsType<ReviewOutcome.Refused>(await DecideAsync(RoutingScene.Aki, 999, input => input)).Why);

        var outcome = Assert.IsType<ReviewOutcome.Decided>(await DecideAsync(RoutingScene.Lena, id, input => input with { CustomerId = "fabrikam" }));
        Assert.Equal("contoso", outcome.Record.Input.CustomerId);
    }

    [Fact]
    public async Task A_fault_of_our_own_tenant_stays_with_us_also_when_it_is_decided_again()
    {
        var id = await _scene.OwnedAsync();
        await DecideAsync(RoutingScene.Aki, id, input => input with { IsOwnTenant = true, Diagnosis = Given.Diagnosed().Diagnosis });

        var again = Assert.IsType<ReviewOutcome.Decided>(await DecideAsync(RoutingScene.Aki, id, input => input with { IsEscalation = true }));

        Assert.Equal("Queue:technical", again.Record.Decision.Destination.ToString());
        Assert.Contains(again.Record.Decision.Reasons, reason => reason.Code == ReasonCode.OwnTenant);
    }

    public void Dispose() => _scene.Dispose();

    private Task<ReviewOutcome> DecideAsync(StaffUser by, long id, Func<RoutingInput, RoutingInput> change) =>
        _scene.Service<RoutingReview>().DecideAgainAsync(by, id, change, Token);
}
