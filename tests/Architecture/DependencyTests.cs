using System.Reflection;
using BillingBot.Knowledge.Storage;
using NetArchTest.Rules;

namespace BillingBot.Tests.Architecture;

/// <summary>Which part may see which.</summary>
public sealed class DependencyTests
{
    private static readonly Assembly Bot = typeof(Program).Assembly;

    [Fact]
    public void Knowledge_knows_nothing_of_chat_http_or_the_bot() => Assert.DoesNotContain(
        typeof(BillingDb).Assembly.GetReferencedAssemblies(),
        name => name.Name!.StartsWith("Microsoft.AspNetCore", StringComparison.Ordinal) || name.Name == "BillingBot");

    [Theory]
    [InlineData("BillingBot.Skills")]
    [InlineData("BillingBot.Conversation")]
    [InlineData("BillingBot.Recognizers")]
    public void Only_channels_see_the_protocol(string place) => Holds(
        Types.InAssembly(Bot).That().ResideInNamespace(place)
            .ShouldNot().HaveDependencyOnAny("BillingBot.Protocol", "BillingBot.Channels", "Microsoft.AspNetCore"));

    [Fact]
    public void The_protocol_is_a_leaf() => Holds(
        Types.InAssembly(Bot).That().ResideInNamespace("BillingBot.Protocol")
            .ShouldNot().HaveDependencyOnAny("BillingBot.Channels", "BillingBot.Conversation", "BillingBot.Skills", "BillingBot.Knowledge"));

    [Fact]
    public void Recognisers_know_nothing_of_the_rest() => Holds(
        Types.InAssembly(Bot).That().ResideInNamespace("BillingBot.Recognizers")
            .ShouldNot().HaveDependencyOnAny("BillingBot.Conversation", "BillingBot.Skills", "BillingBot.Knowledge"));

    [Theory]
    [InlineData("BillingBot.Skills")]
    [InlineData("BillingBot.Conversation")]
    [InlineData("BillingBot.Channels")]
    public void Suspension_is_never_executed_by_chat(string place) => Holds(
        Types.InAssembly(Bot).That().ResideInNamespace(place)
            .ShouldNot().HaveDependencyOnAny("BillingBot.Providers", "BillingBot.Suspensions", "BillingBot.Knowledge.Billing.Suspensions"));

    [Theory]
    [InlineData("BillingBot.Skills")]
    [InlineData("BillingBot.Conversation")]
    [InlineData("BillingBot.Channels")]
    [InlineData("BillingBot.WebChat")]
    public void What_the_partner_owes_Microsoft_is_out_of_customers_reach(string place) => Holds(
        Types.InAssembly(Bot).That().ResideInNamespace(place)
            .ShouldNot().HaveDependencyOnAny("BillingBot.ProviderLedger", "BillingBot.Knowledge.Billing.ProviderLedger"));

    [Fact]
    public void No_search_reads_the_ledger_of_what_the_partner_owes_Microsoft() => Holds(
        Types.InAssembly(typeof(BillingDb).Assembly).That().ResideInNamespace("BillingBot.Knowledge.Articles")
            .ShouldNot().HaveDependencyOnAny("BillingBot.Knowledge.Billing.ProviderLedger"));

    private static void Holds(ConditionList rule)
    {
        var result = rule.GetResult();
        Assert.True(result.IsSuccessful, string.Join(", ", result.FailingTypeNames ?? []));
    }
}
