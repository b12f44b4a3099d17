using BillingBot.Knowledge.Support.Routing;
using BillingBot.Tests.Support.Routing.Situations;

namespace BillingBot.Tests.Support.Routing;

/// <summary>Where cases go, and why: written from the statements and facts of Microsoft's documentation before the engine was.</summary>
public sealed class RoutingSituationTests
{
    private static readonly Dictionary<string, Situation> Situations = new[]
    {
        CommercialSituations.All, FraudSituations.All, DiagnosisSituations.All, PlanSituations.All, RuleSituations.All,
    }.SelectMany(some => some).ToDictionary(situation => situation.Name);

    public static TheoryData<string> Names => [.. Situations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Goes_where_it_must_for_the_reasons_that_hold(string name)
    {
        var situation = Situations[name];
        var decision = RoutingEngine.Decide(situation.Input, situation.Table);

        Assert.Equal(situation.Goes, decision.Destination.ToString());
        Assert.Equal(situation.Because, decision.Reasons.Select(reason => reason.Code));
        Assert.Equal(situation.KeptIn ?? decision.Destination.Name, decision.Queue);
        Assert.Equal(situation.Referral, decision.Referral);
    }

    [Fact]
    public void There_are_many_of_them() => Assert.True(Situations.Count >= 60, $"{Situations.Count}");
}
