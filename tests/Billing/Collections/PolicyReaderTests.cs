using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Collections;

namespace BillingBot.Tests.Billing.Collections;

public sealed class PolicyReaderTests
{
    private const string Good = """
        stoppedBy: { en: Pay., ja: お支払い。 }
        stages:
          reminder: { days: 3, users: Nothing., admins: Nothing. }
          access-suspended: { days: 45, users: No access., admins: Data only., stoppedBy: Pay at once. }
        exceptions:
          - product: azure
            access-suspended: 30
          - group: public-sector
            reminder: never
            access-suspended: { days: 90, users: Later. }
        promises: { longestDays: 14, atMost: 2 }
        """;

    [Fact]
    public void The_most_specific_wins_group_before_product_and_texts_are_inherited()
    {
        var policy = PolicyFile.Read(Good);
        Assert.Equal([("Reminder", 3), ("AccessSuspended", 45)], Days(policy, "standard", Product.Microsoft365));
        Assert.Equal([("Reminder", 3), ("AccessSuspended", 30)], Days(policy, "standard", Product.Azure));
        Assert.Equal([("AccessSuspended", 90)], Days(policy, "PUBLIC-sector", Product.Azure));
        var suspended = Assert.Single(policy.For("public-sector", Product.Any));
        Assert.Equal(("Later.", "Data only.", "Pay at once."), (suspended.Users.In("en"), suspended.Admins.In("en"), suspended.StoppedBy.In("en")));
        Assert.Equal("お支払い。", policy.For("standard", Product.Any)[0].StoppedBy.In("ja"));
        Assert.Equal(new PromiseRules(14, 2), policy.Promises);
    }

    [Fact]
    public void The_demonstration_has_its_days_in_both_languages()
    {
        var policy = PolicyFile.Demo;
        Assert.Equal([3, 14, 30, 45, 90], policy.For("standard", Product.Microsoft365).Select(stage => stage.AfterDays));
        Assert.Equal([("Reminder", 3), ("Notice", 14), ("AccessSuspended", 30), ("DataDeleted", 90)], Days(policy, "standard", Product.Azure));
        Assert.Equal([10, 30, 60, 90, 180], policy.For("public-sector", Product.Dynamics365).Select(stage => stage.AfterDays));
        Assert.Equal([10, 30, 60, 180], policy.For("public-sector", Product.Azure).Select(stage => stage.AfterDays));
        Assert.All(
            policy.Rows("standard").Concat(policy.Rows("public-sector")).SelectMany(row => row.Stages).SelectMany(stage => new[] { stage.Users, stage.Admins, stage.StoppedBy }),
            text => Assert.Equal(["en", "ja"], text.ByLanguage.Keys.Order(StringComparer.Ordinal)));
    }

    [Theory]
    [InlineData("days: 3,", "days: soon,", "line 3, stages.reminder.days: 'soon' is no number from 1 to 3650. Write a whole number.")]
    [InlineData("days: 3,", "days: 0,", "'0' is no number")]
    [InlineData("days: 3,", "", "stages.reminder: 'days' is missing")]
    [InlineData("users: Nothing., ", "", "stages.reminder: 'users' is missing. Say what it means for access")]
    [InlineData("stoppedBy: { en: Pay., ja: お支払い。 }", "", "stages.reminder: 'stoppedBy' is missing")]
    [InlineData("ja: お支払い。", "klingon: x", "stoppedBy.klingon: 'klingon' is no language code")]
    [InlineData("reminder: { days: 3", "remainder: { days: 3", "stages.remainder: this key is not known. Known here: reminder, notice, service-reduced")]
    [InlineData("product: azure", "product: word", "exceptions[0].product: 'word' is no product. Write one of: azure, microsoft-365, dynamics-365.")]
    [InlineData("product: azure", "product: any", "'any' is no product")]
    [InlineData("group: public-sector", "notice: 9", "exceptions[1]: it does not say for whom")]
    [InlineData("group: public-sector", "product: azure", "exceptions[1]: there is another exception for the same group and product")]
    [InlineData("access-suspended: 30", "notice: 10", "exceptions[0].notice: this step has no texts to inherit")]
    [InlineData("access-suspended: 30", "access-suspended: 2", "exceptions[0]: for Azure AccessSuspended comes on day 2, but Reminder on day 3.")]
    [InlineData("days: 45", "days: 3", "stages: AccessSuspended comes on day 3, but Reminder on day 3.")]
    [InlineData("longestDays: 14", "longestDays: -1", "promises.longestDays: '-1' is no number")]
    [InlineData(", atMost: 2", "", "promises: 'atMost' is missing")]
    [InlineData("promises:", "promise:", "promise: this key is not known")]
    [InlineData("stages:", "  stages:", "is not YAML")]
    public void A_mistake_is_told_with_its_place_and_its_mend(string right, string wrong, string expected)
    {
        var problem = PolicyFile.Problem(Good.Replace(right, wrong, StringComparison.Ordinal));
        Assert.Contains("collections.yaml", problem, StringComparison.Ordinal);
        Assert.Contains(expected, problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("stages: {}")]
    [InlineData("- a")]
    [InlineData("stages: 3")]
    public void A_file_without_stages_is_refused(string yaml) =>
        Assert.Contains("collections.yaml", PolicyFile.Problem(yaml), StringComparison.Ordinal);

    private static IEnumerable<(string, int)> Days(CollectionsPolicy policy, string group, Product product) =>
        policy.For(group, product).Select(stage => (stage.Step.ToString(), stage.AfterDays));
}
