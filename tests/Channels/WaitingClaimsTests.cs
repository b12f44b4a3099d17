using System.Net;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Channels;

/// <summary>What was not claimed yet, and what waits in one conversation, has its limits too.</summary>
public sealed class WaitingClaimsTests
{
    /// <summary>Less than a claim waits for a database before its channel is told to come again.</summary>
    private static readonly TimeSpan AtOnce = TimeSpan.FromSeconds(8);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task While_the_database_says_nothing_no_more_is_kept_in_memory_than_could_wait_for_an_answer()
    {
        using var bot = BotHost.Start(settings: [BotHost.NoArticles, ("Conversation:MaximumWaiting", "10")]);
        var silence = new TaskCompletionSource<int>();
        var silent = bot.Services.GetRequiredService<DbWriter>().CommitAsync((_, _) => silence.Task, Ct);
        var posts = Enumerable.Range(0, 6).Select(_ => bot.Conversation("emulator")).Select(chat => chat.PostAsync(chat.Message("thanks", $"of {chat.Id}"))).ToList();
        var first = await Task.WhenAny(posts).WaitAsync(AtOnce, TimeProvider.System, Ct);
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), ((await first).StatusCode, (await first).Headers.RetryAfter?.ToString()));

        silence.SetResult(0);
        await silent;
        posts.Remove(first);
        Assert.All(await Task.WhenAll(posts), taken => Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode));
        await bot.WaitForAsync(async db => await db.Messages.CountAsync(message => message.Status == MessageStatus.Sent, Ct) == 5);
        var again = bot.Conversation("emulator");
        using var room = await again.PostAsync(again.Message("thanks"));
        Assert.Equal(HttpStatusCode.Accepted, room.StatusCode);
    }

    [Fact]
    public async Task One_conversation_cannot_have_any_number_of_messages_waiting_and_all_that_were_acknowledged_are_answered()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var chat = bot.Conversation("emulator");
        var inbox = bot.Services.GetRequiredService<Inbox>();

        // Claimed, and nobody is told, as by a replica that is very busy.
        await Task.WhenAll(Enumerable.Range(1, Inbox.MostWaiting).Select(number => inbox.ClaimAsync(
            new InboundMessage("emulator", chat.Id, "{}", $"{number}", """{"kind":"Message","sender":{"id":"u"},"text":"thanks"}""") { ChannelActivityId = $"{number}" }, Ct)));
        using (var refused = await chat.PostAsync(chat.Message("thanks", "one more")))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (refused.StatusCode, refused.Headers.RetryAfter?.ToString()));
        }

        using (var repeated = await chat.PostAsync(chat.Message("thanks", "1")))
        {
            Assert.Equal(HttpStatusCode.Accepted, repeated.StatusCode);
        }

        await bot.WaitForAsync(async db => await db.Messages.CountAsync(message => message.Status == MessageStatus.Handled, Ct) == Inbox.MostWaiting);
        using (var taken = await chat.PostAsync(chat.Message("thanks", "one more")))
        {
            Assert.Equal(HttpStatusCode.Accepted, taken.StatusCode);
        }
    }
}
