using System.Globalization;
using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Crash;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

[assembly: HostingStartup(typeof(StaffDoor))]

namespace BillingBot.Tests.Crash;

/// <summary>A door for staff in a bot that is a process of its own: <c>POST /staff-door/{open|claim|send}?conversation=&amp;client=&amp;text=</c>; <c>GET /staff-door/memory</c>.</summary>
public sealed class StaffDoor : IHostingStartup, IStartupFilter
{
    private static readonly StaffUser Yuki = new("yuki", "Yuki", new HashSet<StaffRole> { StaffRole.Agent });

    public void Configure(IWebHostBuilder builder) => builder.ConfigureServices(services => services.AddSingleton<IStartupFilter>(this));

    public Action<IApplicationBuilder> Configure(Action<IApplicationBuilder> next) => app =>
    {
        app.Map("/staff-door", door => door.Run(EnterAsync));
        next(app);
    };

    private static async Task EnterAsync(HttpContext context)
    {
        if (context.Request.Path == "/memory")
        {
            await context.Response.WriteAsync(Kept().ToString(CultureInfo.InvariantCulture));
            return;
        }

        var (services, stop) = (context.RequestServices, context.RequestAborted);
        var query = context.Request.Query;
        var outcome = context.Request.Path.Value switch
        {
            "/open" => await OpenAsync(services, query["conversation"]!, stop),
            "/claim" => await Desk(services).ClaimAsync(Yuki, await CaseAsync(services, query["conversation"]!, stop), stop),
            _ => await Desk(services).SendAsync(Yuki, await CaseAsync(services, query["conversation"]!, stop), query["client"]!, query["text"]!, stop),
        };
        context.Response.StatusCode = outcome is CaseOutcome.Done ? StatusCodes.Status200OK : StatusCodes.Status409Conflict;
    }

    /// <summary>Bytes that are still referred to.</summary>
    private static long Kept()
    {
        for (var round = 0; round < 3; round++)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Forced, blocking: true, compacting: true);
            GC.WaitForPendingFinalizers();
        }

        return GC.GetTotalMemory(forceFullCollection: true);
    }

    private static CaseDesk Desk(IServiceProvider services) => services.GetRequiredService<CaseDesk>();

    private static async Task<long> CaseAsync(IServiceProvider services, string conversation, CancellationToken stop)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<BillingDb>>().CreateDbContextAsync(stop);
        return await db.Conversations.Where(known => known.ChannelConversationId == conversation).Select(known => known.CaseId!.Value).SingleAsync(stop);
    }

    private static async Task<CaseOutcome> OpenAsync(IServiceProvider services, string conversation, CancellationToken stop)
    {
        var number = await services.GetRequiredService<CaseNumbers>().TakeAsync(stop);
        return await services.GetRequiredService<DbWriter>().CommitAsync<CaseOutcome>(
            async (db, token) =>
            {
                var known = await db.Conversations.SingleAsync(known => known.ChannelConversationId == conversation, token);
                var now = services.GetRequiredService<IClock>().GetCurrentInstant();
                var opened = new Case
                {
                    Id = number,
                    ConversationId = known.Id,
                    SenderId = "user",
                    Language = "en",
                    Reason = CaseReason.AskedForPerson,
                    Summary = "help",
                    Queue = "billing",
                    CreatedAt = now,
                };
                if (known.CaseId is null)
                {
                    await new CaseOpening(opened, "billing").ApplyAsync(db, now, token);
                    await db.SaveChangesAsync(token);
                }

                return new CaseOutcome.Done(opened);
            },
            stop);
    }
}
