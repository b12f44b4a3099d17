using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Replicas;

/// <summary>A replica whose machine's clock is an hour ahead.</summary>
[OnPostgreSql]
public sealed class DueClockTests
{
    [Fact]
    public async Task It_takes_and_puts_off_what_is_everybody_s_by_the_clock_of_the_database()
    {
        using var right = BotHost.Start(settings: BotHost.NoArticles);
        await right.ReadAsync(db => db.Database.ExecuteSqlRawAsync(
            "CREATE FUNCTION public.clock_timestamp() RETURNS timestamptz LANGUAGE sql AS $$ SELECT pg_catalog.clock_timestamp() - interval '1 hour' $$"));

        // The test cannot set the machine's clock, so for this one it is the database's that goes an hour behind it.
        var settings = $"{PostgreSqlCluster.ConnectionString(right.Database)};Options=-c search_path=public,pg_catalog";
        using var ahead = BotHost.Start(right.Database, settings: [BotHost.NoArticles, ("ConnectionStrings:BillingBot", settings)]);
        ahead.Clock.Advance(TimeSpan.FromHours(1));
        var apart = await NowAsync(ahead) - await NowAsync(right);
        Assert.InRange(apart.TotalMinutes, -1, 1);
    }

    private static ValueTask<Instant> NowAsync(BotHost bot) => bot.Services.GetRequiredService<DueClock>().NowAsync(TestContext.Current.CancellationToken);
}
