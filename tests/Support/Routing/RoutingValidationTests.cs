using BillingBot.Conversation;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using BillingBot.Routing;

namespace BillingBot.Tests.Support.Routing;

/// <summary>What cannot work is refused with the field, the problem and the mend; nothing is stored.</summary>
public sealed class RoutingValidationTests(RoutingValidationTests.Room room) : IClassFixture<RoutingValidationTests.Room>
{
    private static CancellationToken Token => RoutingScene.Token;

    public static TheoryData<string, string, RoutingProblemCode> BadRules => new()
    {
        { "name=", "Name", RoutingProblemCode.Missing },
        { "name=" + new string('x', 101), "Name", RoutingProblemCode.TooLong },
        { "name=a\u0007b", "Name", RoutingProblemCode.ControlCharacters },
        { "queue=nowhere", "Target", RoutingProblemCode.UnknownQueue },
        { "queue=", "Target", RoutingProblemCode.UnknownQueue },
        { "provider=nobody", "Target", RoutingProblemCode.UnknownProvider },
        { "microsoft=billing", "Target", RoutingProblemCode.NotForThisDestination },
        { "keep=billing", "KeepIn", RoutingProblemCode.NotForThisDestination },
        { "customer=strangers", "CustomerId", RoutingProblemCode.UnknownCustomer },
        { "plan=Gold", "Plan", RoutingProblemCode.UnknownPlan },
        { "language=klingon", "Language", RoutingProblemCode.UnknownLanguage },
    };

    public static TheoryData<string?, string?, string?, RoutingProblemCode> BadProviders => new()
    {
        { null, null, null, RoutingProblemCode.NoAddress },
        { null, "not an address", null, RoutingProblemCode.NoEmail },
        { "http://desk.example/cases", null, RoutingScene.Secret, RoutingProblemCode.NoWebhookUrl },
        { "desk.example", null, RoutingScene.Secret, RoutingProblemCode.NoWebhookUrl },
        { "https://user:pass@desk.example/", null, RoutingScene.Secret, RoutingProblemCode.NoWebhookUrl },
        { "file:///etc/passwd", null, RoutingScene.Secret, RoutingProblemCode.NoWebhookUrl },
        { "https://desk.example/", null, null, RoutingProblemCode.NoSecret },
        { "https://desk.example/", null, "whsec_c2hvcnQ=", RoutingProblemCode.NoSecret },
        { "https://desk.example/", null, "no secret", RoutingProblemCode.NoSecret },
    };

    [Theory]
    [MemberData(nameof(BadRules))]
    public async Task A_rule(string change, string field, RoutingProblemCode code)
    {
        var outcome = await room.Scene.Service<RoutingDesk>().AddRuleAsync(RoutingScene.Lena, Rule(change.Split('=')[0], change.Split('=')[1]), Token);
        var problem = Assert.Single(Assert.IsType<RoutingOutcome.Invalid>(outcome).Problems);
        Assert.Equal((field, code), (problem.Field, problem.Code));
        Assert.DoesNotContain('{', room.Scene.Service<RoutingWords>().Of(problem, Language.English));
        Assert.Equal(4, (await room.Scene.TableAsync()).Rules.Count);
    }

    [Theory]
    [MemberData(nameof(BadProviders))]
    public async Task A_provider(string? webhook, string? mail, string? secret, RoutingProblemCode code)
    {
        var draft = new SupportProvider { Id = "new", Name = "New", Kind = SupportProviderKind.Resold, WebhookUrl = webhook, Email = mail };
        var outcome = await room.Scene.Service<RoutingSettingsDesk>().SaveProviderAsync(RoutingScene.Lena, draft, isNew: true, secret, Token);
        Assert.Equal(code, Assert.Single(Assert.IsType<RoutingOutcome.Invalid>(outcome).Problems).Code);
        Assert.Null((await room.Scene.TableAsync()).Provider("new"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Capital")]
    [InlineData("-dash")]
    [InlineData("sp ace")]
    [InlineData("ünder")]
    public async Task A_queue_s_key(string id) => Assert.IsType<RoutingOutcome.Invalid>(await room.Scene.Service<RoutingSettingsDesk>().SaveQueueAsync(
        RoutingScene.Lena, new SupportQueue { Id = id, NameEn = "x", NameJa = "x" }, isNew: true, Token));

    [Fact]
    public async Task Plans_and_boundaries_that_cannot_be()
    {
        var desk = room.Scene.Service<RoutingSettingsDesk>();
        HeldPlan[] plans =
        [
            new() { Tier = MicrosoftTier.CommercialSupport },
            new() { Tier = MicrosoftTier.AdvancedSupportForPartners, From = new(2026, 2, 1), Until = new(2026, 1, 1) },
            new() { Tier = MicrosoftTier.AdvancedSupportForPartners, IncidentsLeft = 3 },
            new() { Tier = MicrosoftTier.ProductSupportIncidents, IncidentsLeft = -1 },
        ];
        foreach (var plan in plans)
        {
            Assert.IsType<RoutingOutcome.Invalid>(await desk.SavePlanAsync(RoutingScene.Lena, plan, Token));
        }

        Assert.IsType<RoutingOutcome.Invalid>(await desk.SaveBoundaryAsync(
            RoutingScene.Lena, new SupportBoundary { Product = SupportProduct.Marketplace, Topic = "x", SolvedBy = BoundaryKeeper.Partner }, Token));
        Assert.IsType<RoutingOutcome.Saved>(await desk.SavePlanAsync(
            RoutingScene.Lena, new HeldPlan { Tier = MicrosoftTier.ProductSupportIncidents, IncidentsLeft = 5, Until = new(2027, 1, 1) }, Token));
    }

    [Fact]
    public void A_new_secret_is_one() => Assert.Equal(32, WebhookSecret.Read(WebhookSecret.Create())!.Length);

    private static RoutingRule Rule(string what, string value)
    {
        var rule = new RoutingRule { Order = 0, Name = "Rule", Destination = DestinationKind.Queue, Target = "billing" };
        switch (what)
        {
            case "name": rule.Name = value; break;
            case "queue": rule.Target = value; break;
            case "provider": (rule.Destination, rule.Target) = (DestinationKind.Provider, value); break;
            case "microsoft": (rule.Destination, rule.Target) = (DestinationKind.Microsoft, value); break;
            case "keep": rule.KeepIn = value; break;
            case "customer": rule.CustomerId = value; break;
            case "plan": rule.Plan = value; break;
            default: rule.Language = value; break;
        }

        return rule;
    }

    public sealed class Room : IDisposable
    {
        internal RoutingScene Scene { get; } = RoutingScene.Start();

        public void Dispose() => Scene.Dispose();
    }
}
