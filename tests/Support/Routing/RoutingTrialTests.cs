using BillingBot.Knowledge.Support.Routing;
using BillingBot.Tests.Support.Routing.Situations;

namespace BillingBot.Tests.Support.Routing;

/// <summary>Whoever tries rules out sees what became of each, and why.</summary>
public sealed class RoutingTrialTests
{
    [Fact]
    public void Each_rule_says_what_became_of_it_and_on_what_it_failed()
    {
        var table = Given.DirectBill().With(Given.Provider(Given.NightDesk, SupportProviderKind.Outsourced, "ja")).With(
            new RoutingRule { Order = 1, Name = "Off", Enabled = false, Destination = DestinationKind.Microsoft },
            Given.ToProvider("Night desk"),
            new RoutingRule { Order = 2, Name = "Plus in Japanese", Plan = "Plus", Language = "ja", Destination = DestinationKind.Microsoft });

        var trial = RoutingEngine.Try(Given.Bill, table);

        Assert.Equal(
            [RuleResult.SwitchedOff, RuleResult.PassedOver, RuleResult.NotMatched, RuleResult.NotMatched, RuleResult.Matched, RuleResult.NotMatched],
            trial.Rules.Select(rule => rule.Result));
        Assert.Equal(ReasonCode.ProviderLacksLanguage, trial.Rules[1].Why!.Code);
        Assert.Equal([RuleCondition.Plan, RuleCondition.Language], trial.Rules[2].Failed);
        Assert.Equal([RuleCondition.Classification], trial.Rules[3].Failed);
    }

    [Fact]
    public void Rules_behind_the_one_that_decides_are_not_reached() => Assert.Equal(
        [RuleResult.Matched, RuleResult.NotMatched, RuleResult.NotReached, RuleResult.NotMatched],
        RoutingEngine.Try(Given.Bill, Given.DirectBill().With(Given.ToQueue("technical"))).Rules.Select(rule => rule.Result));

    [Fact]
    public void No_rule_is_reached_by_what_was_bought_from_Microsoft() => Assert.DoesNotContain(
        RoutingEngine.Try(Given.Bill with { IsBoughtDirect = true }, Given.DirectBill()).Rules, rule => rule.Result is RuleResult.Matched);
}
