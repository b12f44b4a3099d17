using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Tests.Support.Routing;
using NodaTime;

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

    [Fact]
    public async Task What_a_customer_adds_at_night_is_routed_by_the_rules_for_the_night()
    {
        var id = await _scene.OpenAsync();
        _scene.Bot.Clock.Advance(TimeSpan.FromHours(12));
        await AddAsync(id, added => added with { Urgency = Urgency.Critical });
        Assert.Equal("Provider:night-desk", (await _scene.HistoryAsync(id, CaseEventKind.Routed))[^1].Text);
    }

    [Fact]
    public async Task The_queue_that_staff_chose_stays_until_the_case_is_about_something_else()
    {
        var id = await _scene.OwnedAsync();
        Assert.IsType<CaseOutcome.Done>(await _scene.Service<CaseDesk>().ToQueueAsync(RoutingScene.Aki, id, "security", null, Token));
        await AddAsync(id, added => added with { Urgency = Urgency.High });
        Assert.Equal("security", (await _scene.CaseAsync(id)).Queue);

        Assert.Equal(1, await _scene.Service<CaseDesk>().SeenAsync(RoutingScene.Aki, [id], Token));
        await AddAsync(id, added => added with { Classification = Classification.Commercial });
        var moved = await _scene.CaseAsync(id);
        Assert.Equal(("billing", (Instant?)null), (moved.Queue, moved.ToldAt));
    }

    public void Dispose() => _scene.Dispose();

    private Task<int> AddAsync(long id, Func<CustomerAdded, CustomerAdded> change) => _scene.Service<DbWriter>().CommitAsync(
        async (db, token) =>
        {
            await change(new CustomerAdded(id, "guest", "more") { Reroute = Router.RerouteAsync }).ApplyAsync(db, _scene.Now, token);
            return await db.SaveChangesAsync(token);
        },
        Token);

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
