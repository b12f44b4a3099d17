using BillingBot.Tests.Host;

namespace BillingBot.Tests.Conversations;

public sealed class TurnTests
{
    [Fact]
    public async Task A_message_is_answered_through_the_connector()
    {
        using var bot = BotHost.Start();
        var chat = bot.Conversation();
        using var response = await chat.PostAsync(chat.Message("hello", id: "1"));
        response.EnsureSuccessStatusCode();
        var reply = await bot.Channel.NextAsync();
        Assert.Equal("1", reply.ReplyToId);
    }
}
