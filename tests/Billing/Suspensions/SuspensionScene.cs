using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Billing.Payments;
using BillingBot.Knowledge.Billing.Suspensions;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Providers;
using BillingBot.Suspensions;
using BillingBot.Tests.Cli;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using NodaTime;
using NodaTime.Extensions;

namespace BillingBot.Tests.Billing.Suspensions;

/// <summary>
/// The demo partner, whose customer Contoso owes <see cref="Late"/> for Dynamics 365 Sales for 50 days; alice and bob
/// have accounts of their own.
/// </summary>
internal sealed class SuspensionScene : IDisposable
{
    public const string Sales = "contoso-sales";
    public const string Late = "INV-2026-0122";

    private static readonly (string, string?)[] TwoAccounts = [("Suspensions:SameUserMayApprove", "false"), BotHost.NoArticles];

    private SuspensionScene(BotHost bot, ScriptedProvider? provider) => (Bot, Provider) = (bot, provider!);

    public BotHost Bot { get; }
    public ScriptedProvider Provider { get; }
    public Instant Now => Bot.Clock.GetUtcNow().ToInstant();
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <param name="provider">Null for one that does as it is asked.</param>
    /// <param name="database">To go on with, as after a restart.</param>
    /// <param name="worksByItself">Else the test says when: a round under way when time is moved would be half done when it looks.</param>
    /// <param name="settings">Beside what every scene has.</param>
    public static SuspensionScene Start(
        ScriptedProvider? provider = null, string? database = null, bool worksByItself = false, params (string, string?)[] settings)
    {
        provider ??= new ScriptedProvider();
        return new(BotHost.Start(database, configure: Configure, settings: [.. TwoAccounts, .. settings]), provider);

        void Configure(IServiceCollection services)
        {
            services.AddSingleton<ISubscriptionProvider>(provider);
            if (!worksByItself)
            {
                services.Remove(services.Single(service =>
                    service.ServiceType == typeof(IHostedService) && service.ImplementationFactory?.Method.ReturnType == typeof(SuspensionWorker)));
            }
        }
    }

    /// <summary>With the provider that the bot has by default.</summary>
    public static SuspensionScene StartManual() => new(BotHost.Start(settings: TwoAccounts), null);

    /// <summary>Several people at one account.</summary>
    public static SuspensionScene StartShared() => new(BotHost.Start(settings: [("Suspensions:SameUserMayApprove", "true"), BotHost.NoArticles]), null);

    public Task<StaffSaw> RequestAsync(string account = "alice", string subscription = Sales, string more = "") =>
        Bot.TypesAsync(account, $"suspension request --subscription {subscription} --reason \"No answer to three notices\" --yes {more}");

    public Task<StaffSaw> ApproveAsync(long id = 1, string account = "bob", string more = "") =>
        Bot.TypesAsync(account, $"suspension approve {id} --yes {more}");

    /// <summary>What the worker does every 20 seconds.</summary>
    public Task WorkAsync() => Bot.Services.GetRequiredService<SuspensionWorker>().RunOnceAsync(Token);

    public async Task<SuspensionRequest> RequestedAndApprovedAsync(string subscription = Sales)
    {
        Assert.Equal(0, (await RequestAsync(subscription: subscription)).ExitCode);
        Assert.Equal(0, (await ApproveAsync()).ExitCode);
        return await RequestAsync(1);
    }

    public Task<SuspensionRequest> RequestAsync(long id) => Bot.ReadAsync(db => db.Suspensions.SingleAsync(request => request.Id == id, Token));

    public Task<SubscriptionStatus> StatusAsync(string subscription = Sales) => Bot.ReadAsync(db =>
        db.Subscriptions.Where(known => known.Id == subscription).Select(known => known.Status).SingleAsync(Token));

    /// <summary>Actor and action of everything that was done about requests, in order.</summary>
    public Task<List<string>> AuditAsync() => Bot.ReadAsync(db => db.Audit
        .Where(entry => entry.Subject.StartsWith("suspension:")).OrderBy(entry => entry.Id)
        .Select(entry => $"{entry.Actor} {entry.Action}").ToListAsync(Token));

    public Task<List<StaffTask>> OpenTasksAsync() => Bot.ReadAsync(db => db.StaffTasks
        .Where(task => task.Kind == StaffTaskKind.Suspension && task.DoneAt == null).ToListAsync(Token));

    public Task WriteAsync(Func<BillingDb, Task> write) => Bot.Services.GetRequiredService<DbWriter>().CommitAsync(
        async (db, token) =>
        {
            await write(db);
            return await db.SaveChangesAsync(token);
        },
        Token);

    public Task PayAsync(string number = Late) => WriteAsync(async db =>
    {
        var invoice = await Receivables.Whole(db.Invoices).SingleAsync(known => known.Number == number, Token);
        var owed = new InvoiceAccount(invoice, default).Outstanding;
        db.Add(new Payment
        {
            Reference = $"PAY-{number}",
            CustomerId = invoice.CustomerId,
            ReceivedOn = Now.InUtc().Date,
            Currency = owed.Currency,
            AmountMinor = owed.Minor,
            Allocations = [new() { InvoiceId = invoice.Id, AmountMinor = owed.Minor }],
        });
    });

    public Task DisputeAsync(string number = Late) => WriteAsync(async db => db.Add(new Dispute
    {
        InvoiceId = await IdAsync(db, number),
        OpenedAt = Now,
        Reason = "Not ours",
    }));

    public Task PromiseAsync(string number = Late) => WriteAsync(async db => db.Add(new PaymentPromise
    {
        InvoiceId = await IdAsync(db, number),
        MadeAt = Now,
        PromisedOn = Now.InUtc().Date.PlusDays(3),
    }));

    public void Dispose() => Bot.Dispose();

    private static Task<long> IdAsync(BillingDb db, string number) =>
        db.Invoices.Where(known => known.Number == number).Select(known => known.Id).SingleAsync(Token);
}
