using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using BillingBot.Routing;
using BillingBot.Tests.Host;
using BillingBot.Tests.Support.Routing.Situations;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Extensions;

namespace BillingBot.Tests.Support.Routing;

/// <summary>A running bot with its staff, who route and send cases.</summary>
internal sealed class RoutingScene : IDisposable
{
    public const string Secret = "whsec_MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=";

    public static readonly StaffUser Lena = Of("lena", StaffRole.Lead);
    public static readonly StaffUser Aki = Of("aki", StaffRole.Agent);
    public static readonly StaffUser Kay = Of("kay", StaffRole.KnowledgeEditor);

    private RoutingScene(BotHost bot, FakeProvider provider) => (Bot, Provider) = (bot, provider);

    public BotHost Bot { get; }
    public FakeProvider Provider { get; }
    public Instant Now => Bot.Clock.GetUtcNow().ToInstant();
    public static CancellationToken Token => TestContext.Current.CancellationToken;

    public static RoutingScene Start(string environment = "Development", params (string, string?)[] settings)
    {
        var provider = new FakeProvider();
        return new(
            BotHost.Start(
                environment: environment,
                configure: services =>
                {
                    services.AddHttpClient(ProviderWebhooks.HttpClientName).ConfigurePrimaryHttpMessageHandler(() => provider);
                    // The tests say when it works; a round of its own, under way when time is moved, would be half done when they look.
                    services.Remove(services.Single(service =>
                        service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(DispatchWorker)));
                },
                settings: [BotHost.NoArticles, .. settings]),
            provider);
    }

    public T Service<T>()
        where T : notnull => Bot.Services.GetRequiredService<T>();

    public async Task<RoutingTable> TableAsync() => (await Service<RoutingDesk>().ReadAsync(Lena, Token))!;

    public Task<List<AuditEntry>> AuditAsync(string action) =>
        Bot.ReadAsync(db => db.Audit.Where(entry => entry.Action == action).OrderBy(entry => entry.Id).ToListAsync(Token));

    public Task<List<StaffTask>> TasksAsync(StaffTaskKind kind) =>
        Bot.ReadAsync(db => db.StaffTasks.Where(task => task.Kind == kind).OrderBy(task => task.Id).ToListAsync(Token));

    public Task<List<CaseEvent>> HistoryAsync(long id, CaseEventKind kind) =>
        Bot.ReadAsync(db => db.CaseEvents.Where(line => line.CaseId == id && line.Kind == kind).OrderBy(line => line.Id).ToListAsync(Token));

    public Task<Case> CaseAsync(long id) => Bot.ReadAsync(db => db.Cases.SingleAsync(known => known.Id == id, Token));

    public async Task<SupportProvider> AddProviderAsync(string id = "night", string? webhook = "https://desk.example/cases", string? mail = null)
    {
        var draft = new SupportProvider { Id = id, Name = "Night & Co", Kind = SupportProviderKind.Outsourced, WebhookUrl = webhook, Email = mail };
        Assert.IsType<RoutingOutcome.Saved>(
            await Service<RoutingSettingsDesk>().SaveProviderAsync(Lena, draft, isNew: true, webhook is null ? null : Secret, Token));
        return draft;
    }

    /// <summary>A case that a skill opened, routed to the provider where one is named.</summary>
    public async Task<long> OpenAsync(
        string? provider = null, Classification classification = Classification.Technical, string? customer = "contoso", string summary = "Teams is down")
    {
        await Bot.Conversation().CustomerSays("hello");
        var input = Given.Fault() with { Classification = classification, CustomerId = customer, Now = Now };
        var destination = provider is null ? Destination.Queue("technical") : new Destination(DestinationKind.Provider, provider);
        return await Bot.OpenCaseInAsync(
            (await Bot.NewestConversationAsync()).Id,
            summary,
            "technical",
            customerId: customer,
            also: async (db, opened, token) => await Service<CaseRouting>().ApplyAsync(
                db, opened, new RoutingRecord(input, new RoutingDecision(destination, "technical", [])), Now, token));
    }

    public async Task<long> OwnedAsync()
    {
        var id = await OpenAsync();
        await Service<CaseDesk>().ClaimAsync(Aki, id, Token);
        return id;
    }

    /// <summary>What the worker does every ten seconds.</summary>
    public Task WorkAsync() => Service<DispatchWorker>().RunOnceAsync(Token);

    public void Dispose() => Bot.Dispose();

    private static StaffUser Of(string id, StaffRole role) => Staff.Of(id, id, role) with { Email = $"{id}@northwindcloud.example" };
}
