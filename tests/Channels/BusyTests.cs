using System.Net;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Channels;

/// <summary>More conversations than the bot can answer.</summary>
public sealed class BusyTests
{
    [Fact]
    public async Task Who_cannot_be_answered_is_told_to_come_again_and_whoever_was_taken_is_answered()
    {
        using var holding = new Holding();
        using var bot = BotHost.Start(
            configure: services => services.AddSingleton<ITurnObserver>(holding), settings: [BotHost.NoArticles, ("Conversation:MaximumWaiting", "10")]);
        var chats = Enumerable.Range(0, 6).Select(_ => bot.Conversation("emulator")).ToList();
        foreach (var chat in chats.Take(5))
        {
            using var taken = await chat.PostAsync(chat.Message("thanks", $"of {chat.Id}"));
            Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        }

        using (var refused = await chats[5].PostAsync(chats[5].Message("thanks", $"of {chats[5].Id}")))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        }

        // One channel or tenant cannot fill the room of another.
        var other = bot.Conversation("msteams");
        using (var taken = await other.PostAsync(other.Message("thanks", $"of {other.Id}")))
        {
            Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        }

        holding.Release();
        await bot.WhenIdleAsync();
        using (var again = await chats[5].PostAsync(chats[5].Message("thanks", $"of {chats[5].Id}")))
        {
            Assert.Equal(HttpStatusCode.Accepted, again.StatusCode);
        }

        await bot.WhenIdleAsync();
        Assert.Equal(
            chats.Append(other).Select(chat => $"of {chat.Id}").Order(StringComparer.Ordinal),
            bot.Channel.TakeAll().Where(sent => sent.Type == "message").Select(sent => sent.ReplyToId).Order(StringComparer.Ordinal));
    }

    /// <summary>Keeps turns from beginning.</summary>
    private sealed class Holding : ITurnObserver, IDisposable
    {
        private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
        private readonly ManualResetEventSlim _gate = new();

        public void Release() => _gate.Set();

        public void Started(WorkItem item) => _gate.Wait(Patience);

        public void Committed(WorkItem item, CommittedTurn turn)
        {
        }

        public void Dispose() => _gate.Dispose();
    }
}
