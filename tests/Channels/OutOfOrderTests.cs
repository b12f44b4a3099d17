using System.Text.Json.Nodes;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Channels;

/// <summary>A channel that delivers what a customer said in another order, and some of it again.</summary>
public class OutOfOrderTests
{
    [Fact]
    public async Task Each_message_is_answered_once_in_the_order_in_which_they_came_whatever_their_times_say()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var chat = bot.Conversation("emulator");
        foreach (var (id, second) in new[] { ("b", 2), ("a", 1), ("b", 2), ("d", 4), ("a", 1), ("c", 3), ("d", 4) })
        {
            JsonObject message = chat.Message("thanks", id);
            message["timestamp"] = $"2026-11-24T01:00:0{second}Z";
            using var posted = await chat.PostAsync(message);
            posted.EnsureSuccessStatusCode();
        }

        await bot.WhenIdleAsync();
        Assert.Equal(["b", "a", "d", "c"], bot.Channel.TakeAll().Where(sent => sent.Type == "message").Select(sent => sent.ReplyToId));
    }
}
