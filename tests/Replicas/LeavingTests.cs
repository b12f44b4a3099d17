using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Microsoft.Extensions.Hosting;

namespace BillingBot.Tests.Replicas;

[OnPostgreSql]
public sealed class LeavingTests
{
    [Fact]
    public async Task A_bot_that_was_told_to_stop_is_not_ready_any_more_while_it_still_serves()
    {
        using var bot = BotHost.Start(settings: [BotHost.NoArticles, ("Replicas:LeaveFor", "00:00:20")]);
        Assert.Equal(HealthStatus.Healthy, await LeavingAsync(bot));
        bot.Services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
        Assert.Equal(HealthStatus.Unhealthy, await LeavingAsync(bot));
        var chat = bot.Conversation("emulator");
        using var posted = await chat.PostAsync(chat.Message("thanks", "1"));
        Assert.Equal("1", (await bot.Channel.NextAsync()).ReplyToId);
    }

    private static async Task<HealthStatus> LeavingAsync(BotHost bot) =>
        (await bot.Services.GetRequiredService<HealthCheckService>().CheckHealthAsync(TestContext.Current.CancellationToken)).Entries["leaving"].Status;
}
