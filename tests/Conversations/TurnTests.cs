using System.Net;
using System.Text.Json.Nodes;
using BillingBot.Knowledge.Conversations;
using BillingBot.Skills;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Conversations;

public class TurnTests
{
    [Fact]
    public async Task The_same_activity_twenty_times_at_once_is_one_turn_and_one_answer()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var chat = bot.Conversation("emulator");
        var activity = chat.Message("hello", id: "same").ToJsonString();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => chat.PostAsync(JsonNode.Parse(activity)!.AsObject())));
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        await bot.Channel.NextAsync();
        await bot.WhenIdleAsync();
        Assert.Empty(bot.Channel.TakeAll());
        Assert.Equal(1, await bot.ReadAsync(db => db.Messages.CountAsync(message => message.Direction == Direction.Inbound)));
    }

    [Fact]
    public async Task Two_hundred_conversations_at_once_lose_nothing_and_keep_their_order()
    {
        const int Conversations = 200, Messages = 3;
        using var bot = BotHost.Start();
        var chats = Enumerable.Range(0, Conversations).Select(_ => bot.Conversation("emulator")).ToList();
        await Parallel.ForEachAsync(chats, TestContext.Current.CancellationToken, async (chat, _) =>
        {
            for (var number = 1; number <= Messages; number++)
            {
                using var answer = await chat.PostAsync(chat.Message("thanks", $"{chat.Id}/{number}"));
                answer.EnsureSuccessStatusCode();
            }
        });

        var sent = new List<SentActivity>();
        while (sent.Count < Conversations * Messages)
        {
            sent.Add(await bot.Channel.NextAsync());
        }

        await bot.WhenIdleAsync();
        Assert.Empty(bot.Channel.TakeAll());
        Assert.All(chats, chat => Assert.Equal(
            Enumerable.Range(1, Messages).Select(number => $"{chat.Id}/{number}"),
            sent.Where(activity => activity.ConversationId == chat.Id).Select(activity => activity.ReplyToId)));
    }

    [Fact]
    public async Task A_failing_skill_is_admitted_with_an_id_and_the_next_turn_works()
    {
        using var bot = BotHost.Start(configure: services => services.ReplaceSkill(new BrokenSkill()));
        var chat = bot.Conversation("emulator");
        var failed = await chat.CustomerSays("When is your support open?");
        Assert.Contains("went wrong", failed.Text, StringComparison.Ordinal);
        Assert.Contains("Talk to a person", failed.Buttons);
        Assert.DoesNotContain("secret detail", failed.Text, StringComparison.Ordinal);
        var next = await chat.CustomerSays("What happens if I don't pay my invoice?");
        Assert.Contains("reminder", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_person_is_welcomed_once_however_often_the_channel_announces_them()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var chat = bot.Conversation("msteams", TestUser.Alex);
        var member = new JsonObject { ["id"] = TestUser.Alex.Id };
        using var first = await chat.PostAsync(chat.Activity("conversationUpdate", "1", ("membersAdded", new JsonArray(member))));
        using var again = await chat.PostAsync(
            chat.Activity("conversationUpdate", "2", ("membersAdded", new JsonArray(member.DeepClone()))));
        using var installed = await chat.PostAsync(chat.Activity("installationUpdate", "3", ("action", "add")));
        Assert.Contains("Alex", (await bot.Channel.NextAsync()).AllText, StringComparison.Ordinal);
        await bot.WhenIdleAsync();
        Assert.Empty(bot.Channel.TakeAll());
    }

    [Fact]
    public async Task The_bot_does_not_welcome_itself()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var chat = bot.Conversation();
        using var added = await chat.PostAsync(
            chat.Activity("conversationUpdate", "1", ("membersAdded", new JsonArray(new JsonObject { ["id"] = "28:bot" }))));
        Assert.True(added.IsSuccessStatusCode);
        await bot.WhenIdleAsync();
        Assert.Empty(bot.Channel.TakeAll());
    }

    [Theory]
    [InlineData("typing")]
    [InlineData("trace")]
    [InlineData("messageReaction")]
    [InlineData("somethingNew")]
    public async Task Activities_that_ask_nothing_are_accepted_in_silence(string type)
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var chat = bot.Conversation();
        using var response = await chat.PostAsync(chat.Activity(type));
        Assert.True(response.IsSuccessStatusCode);
        await bot.WhenIdleAsync();
        Assert.Empty(bot.Channel.TakeAll());
    }

    [Fact]
    public async Task No_word_of_a_customer_reaches_the_log()
    {
        using var bot = BotHost.Start();
        await bot.Conversation("emulator").CustomerSays("my secret word is xylophone42, when are you open?");
        Assert.DoesNotContain(bot.Logs.Lines, line => line.Contains("xylophone42", StringComparison.Ordinal));
    }

    private sealed class BrokenSkill : ISkill
    {
        public string Name => "hours";

        public ValueTask<BillingBot.Conversation.Reply> RespondAsync(
            BillingBot.Conversation.Turn turn, CancellationToken cancellationToken) =>
            throw new InvalidOperationException("secret detail");
    }
}
