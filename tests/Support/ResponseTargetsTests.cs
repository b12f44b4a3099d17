using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support;

namespace BillingBot.Tests.Support;

/// <summary>How fast a plan promises to react.</summary>
public sealed class ResponseTargetsTests
{
    [Fact]
    public void An_urgency_takes_the_usual_promise_where_it_has_none_of_its_own()
    {
        var targets = Read("{ firstReply: 60, resolve: 960, critical: { firstReply: 15 } }");
        Assert.Equal(new ResponseTarget(60, 960), targets.For(Urgency.Low));
        Assert.Equal(new ResponseTarget(15, 960), targets.For(Urgency.Critical));
    }

    [Fact]
    public void Who_promises_nothing_promises_nothing() => Assert.Equal(ResponseTarget.None, Read(null).For(Urgency.Critical));

    [Theory]
    [InlineData("{ firstReply: soon }", "plans[0].responseTargets.firstReply: 'soon' is no number of minutes")]
    [InlineData("{ firstReply: 0 }", "'0' is no number of minutes")]
    [InlineData("{ resolve: 1.5 }", "'1.5' is no number of minutes")]
    [InlineData("{ resolve: 99999999 }", "is no number of minutes")]
    [InlineData("{ urgent: { resolve: 5 } }", "plans[0].responseTargets.urgent: this key is not known")]
    [InlineData("{ high: { fast: 5 } }", "plans[0].responseTargets.high.fast: this key is not known")]
    [InlineData("{ firstReply: 60, resolve: 30 }", "a first reply is promised later than the solution")]
    [InlineData("{ resolve: 30, low: { firstReply: 60 } }", "a first reply is promised later than the solution")]
    public void What_cannot_be_meant_is_told_with_its_place_and_mend(string targets, string problem)
    {
        using var folder = With(targets);
        Assert.Contains(problem, folder.Problem(), StringComparison.Ordinal);
    }

    private static ResponseTargets Read(string? targets)
    {
        using var folder = With(targets);
        return folder.Read().Plans[0].Targets;
    }

    private static OfferFolder With(string? targets) => new OfferFolder().With(
        "offer.yaml",
        OfferFolder.Offer("Asia/Tokyo", "{ always: true }") + (targets is null ? "" : $"\n    responseTargets: {targets}\n"));
}
