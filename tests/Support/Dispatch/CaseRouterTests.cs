using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Tests.Support.Routing;

namespace BillingBot.Tests.Support.Dispatch;

/// <summary>A case is routed by what is known of it, and again when staff set it right.</summary>
public sealed class CaseRouterTests : IDisposable
{
    private readonly RoutingScene _scene = RoutingScene.Start();
    private CaseRouter Router => _scene.Service<CaseRouter>();
    private static CancellationToken Token => RoutingScene.Token;

    [Theory]
    [InlineData("Is my bill right?", Classification.Commercial, "Queue:billing", ReasonCode.BillingIsOurs)]
    [InlineData("We bought it directly from Microsoft", Classification.Commercial, "Queue:billing", ReasonCode.BoughtDirect)]
    [InlineData("The AppSource app is broken", Classification.Technical, "Queue:technical", ReasonCode.MarketplacePublisher)]
    [InlineData("Teams is down", Classification.Technical, "Queue:technical", ReasonCode.DiagnosisFirst)]
    [InlineData("hacked", Classification.Fraud, "Queue:security", ReasonCode.MayEscalate)]
    public async Task By_the_customer_s_words(string summary, Classification classification, string goes, ReasonCode because)
    {
        var record = await Router.DecideAsync(Opened(summary, classification), _scene.Now, Token);
        Assert.Equal((goes, because), (record.Decision.Destination.ToString(), record.Decision.Reasons[^1].Code));
        Assert.Equal(("contoso", "standard", "Standard", true), (record.Input.CustomerId, record.Input.CustomerGroup, record.Input.Plan, record.Input.IsOpen));
    }

    [Fact]
    public async Task A_critical_fault_at_night_goes_to_the_night_desk()
    {
        _scene.Bot.Clock.Advance(TimeSpan.FromHours(12));
        var record = await Router.DecideAsync(Opened("Teams is down", Classification.Technical, Urgency.Critical), _scene.Now, Token);
        Assert.Equal(("Provider:night-desk", "technical"), (record.Decision.Destination.ToString(), record.Decision.Queue));
    }

    [Fact]
    public async Task A_correction_routes_anew_and_the_owner_keeps_it()
    {
        var id = await _scene.OwnedAsync();
        await _scene.Service<CaseDesk>().ChangeAsync(RoutingScene.Aki, id, new CaseChange { Classification = Classification.Fraud }, null, Token);
        var known = await _scene.CaseAsync(id);
        Assert.Equal("Queue:security", RoutingRecord.FromJson(known.Routing)!.Decision.Destination.ToString());
        Assert.Equal("aki", known.OwnerId);
        Assert.Equal("Queue:security", (await _scene.HistoryAsync(id, CaseEventKind.Routed))[^1].Text);
    }

    public void Dispose() => _scene.Dispose();

    private Case Opened(string summary, Classification classification, Urgency urgency = Urgency.Normal) => new()
    {
        Id = 1,
        ConversationId = 1,
        CustomerId = "contoso",
        SenderId = "guest",
        Language = "en",
        Reason = CaseReason.AskedForPerson,
        Summary = summary,
        Classification = classification,
        Urgency = urgency,
        Queue = "",
        CreatedAt = _scene.Now,
    };
}
