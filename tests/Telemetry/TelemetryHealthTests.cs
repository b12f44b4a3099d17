using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Telemetry;

public sealed class TelemetryHealthTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_reply_that_its_channel_does_not_take_shows_in_the_health()
    {
        await using var bot = BotHost.Start();
        Assert.Equal("Healthy", await bot.Client().GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct));
        bot.Channel.Answer = _ => new HttpResponseMessage(System.Net.HttpStatusCode.ServiceUnavailable);
        var chat = bot.Conversation("emulator");
        await chat.PostAsync(chat.Message("thanks"));
        await bot.WaitForAsync(db => db.Messages.AnyAsync(message => message.NextAttemptAt != null, Ct));

        bot.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal("Degraded", await bot.Client().GetStringAsync(new Uri("/health/ready", UriKind.Relative), Ct));
    }
}
