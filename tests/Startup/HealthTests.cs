using System.Net;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Startup;

public sealed class HealthTests
{
    [Fact]
    public async Task A_started_bot_is_live_and_ready()
    {
        using var bot = BotHost.Start();
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await GetAsync(bot, "/health/live"));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await GetAsync(bot, "/health/ready"));
    }

    [Fact]
    public async Task A_bot_with_nothing_to_answer_from_is_live_but_not_ready_and_tells_no_details()
    {
        using var bot = BotHost.Start();
        await bot.ReadAsync(db => db.Articles.ExecuteDeleteAsync(TestContext.Current.CancellationToken));
        Assert.Equal((HttpStatusCode.OK, "Healthy"), await GetAsync(bot, "/health/live"));
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "Unhealthy"), await GetAsync(bot, "/health/ready"));
    }

    private static async Task<(HttpStatusCode Status, string Body)> GetAsync(BotHost bot, string path)
    {
        using var response = await bot.Client().GetAsync(new Uri(path, UriKind.Relative), TestContext.Current.CancellationToken);
        return (response.StatusCode, await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
    }
}
