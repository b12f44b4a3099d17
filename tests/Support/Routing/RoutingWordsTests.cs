using BillingBot.Conversation;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using BillingBot.Routing;
using BillingBot.Tests.Support.Routing.Situations;

namespace BillingBot.Tests.Support.Routing;

/// <summary>Staff read every decision in their own language.</summary>
public sealed class RoutingWordsTests
{
    private static readonly RoutingWords Words = new();
    private static readonly Language[] Both = [Language.English, Language.Japanese];

    private static readonly Situation[] Situations =
        [.. CommercialSituations.All, .. FraudSituations.All, .. DiagnosisSituations.All, .. PlanSituations.All, .. RuleSituations.All];

    [Fact]
    public void Every_reason_of_every_situation_is_a_whole_sentence_in_both_languages() => Assert.All(
        from situation in Situations
        from reason in RoutingEngine.Decide(situation.Input, situation.Table).Reasons
        from language in Both
        select Words.Of(reason, language),
        sentence => Assert.DoesNotContain('{', sentence));

    [Fact]
    public void Every_reason_that_can_be_given_is_in_some_situation()
    {
        var seen = Situations.SelectMany(situation => RoutingEngine.Decide(situation.Input, situation.Table).Reasons).Select(reason => reason.Code);
        Assert.Empty(Enum.GetValues<ReasonCode>().Except(seen));
    }

    [Theory]
    [InlineData("Queue:billing", "Queue Billing", "キュー「請求」")]
    [InlineData("Queue:gone", "Queue gone", "キュー「gone」")]
    [InlineData("Microsoft:CommercialSupport", "Microsoft: Commercial support", "Microsoft（商務サポート）")]
    [InlineData("Provider:distributor", "Support provider distributor", "サポート委託先 distributor")]
    public void Destinations_go_by_their_names(string destination, string english, string japanese)
    {
        var parts = destination.Split(':');
        var to = new Destination(Enum.Parse<DestinationKind>(parts[0]), parts[1]);
        Assert.Equal([english, japanese], Both.Select(language => Words.Of(to, Given.Reseller(), language)));
    }

    [Fact]
    public void The_diagnosis_that_is_missing_is_listed_in_its_order() => Assert.Equal(
        "Diagnose first. Still to do: service health, subscription and licences, recent changes, the support boundary, what was found.",
        Words.Of(RoutingEngine.Decide(Given.Fault(), Given.DirectBill()).Reasons[^1], Language.English));

    [Fact]
    public void What_would_cover_it_is_named() => Assert.Equal(
        ["オンプレミス製品を対象とするプランを契約していません。", "次のいずれかで対応できます：Premier/Unified Support for Partners、製品サポート インシデント。"],
        Words.Of(RoutingEngine.Decide(Given.Diagnosed(SupportProduct.OnPremises), Given.DirectBill()), Language.Japanese).Skip(3).Take(2));

    [Fact]
    public void Every_value_that_staff_choose_from_has_a_name() => Assert.All(Both, language =>
    {
        Assert.All(Enum.GetValues<RuleCondition>(), value => Assert.NotEmpty(Words.Of(value, language)));
        Assert.All(Enum.GetValues<RuleResult>(), value => Assert.NotEmpty(Words.Of(value, language)));
        Assert.All(Enum.GetValues<DestinationKind>(), value => Assert.NotEmpty(Words.Of(value, language)));
        Assert.All(Enum.GetValues<PartnerModel>(), value => Assert.NotEmpty(Words.Of(value, language)));
        Assert.All(Enum.GetValues<Finding>(), value => Assert.NotEmpty(Words.Of(value, language)));
        Assert.All(Enum.GetValues<DiagnosisStep>(), value => Assert.NotEmpty(Words.Of(value, language)));
        Assert.All(Enum.GetValues<MicrosoftTier>(), value => Assert.NotEmpty(Words.Of(value, language)));
        Assert.All(Enum.GetValues<PacketItem>(), value => Assert.NotEmpty(Words.Of(value, language)));
        Assert.All(Enum.GetValues<RoutingProblemCode>(), value => Assert.NotEmpty(Words.Of(new RoutingProblem("Name", value, "x"), language)));
    });

    [Fact]
    public void A_decision_is_read_as_it_was_written() => Assert.All(Situations, situation =>
    {
        var record = new RoutingRecord(situation.Input, RoutingEngine.Decide(situation.Input, situation.Table));
        var read = RoutingRecord.FromJson(record.ToJson());
        Assert.NotNull(read);
        Assert.Equal(record.ToJson(), read.ToJson());
        Assert.Equal(record.Input.Now, read.Input.Now);
        Assert.Equal(situation.Goes, RoutingEngine.Decide(read.Input, situation.Table).Destination.ToString());
    });

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("{\"input\":{\"now\":\"yesterday\"}}")]
    public void What_cannot_be_read_any_more_is_no_decision(string? json) => Assert.Null(RoutingRecord.FromJson(json));
}
