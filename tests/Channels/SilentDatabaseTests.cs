using System.Net;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Channels;

/// <summary>A database that is there and says nothing.</summary>
public sealed class SilentDatabaseTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_channel_is_told_to_come_again_and_is_answered_once()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var silence = new TaskCompletionSource<int>();
        var silent = bot.Services.GetRequiredService<DbWriter>().CommitAsync((_, _) => silence.Task, Ct);
        var chat = bot.Conversation("emulator");
        using (var refused = await chat.PostAsync(chat.Message("thanks", "1")).WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, Ct))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        }

        silence.SetResult(0);
        await silent;
        Assert.Equal("1", (await bot.Channel.NextAsync()).ReplyToId);
        using var again = await chat.PostAsync(chat.Message("thanks", "1"));
        Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        await bot.WhenIdleAsync();
        Assert.Empty(bot.Channel.TakeAll());
    }
}
