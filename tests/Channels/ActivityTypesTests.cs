using System.Net;
using System.Text.Json.Nodes;
using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Channels;

/// <summary>What else than typed words a channel sends, through the real host.</summary>
public sealed class ActivityTypesTests(SharedBot shared) : IClassFixture<SharedBot>
{
    [Theory]
    [InlineData("like")]
    [InlineData("heart")]
    public async Task A_like_after_an_answer_is_thanked(string reaction)
    {
        var chat = shared.Bot.Conversation();
        await chat.CustomerSays("What happens if I don't pay my invoice?");
        using var response = await chat.PostAsync(chat.Activity(
            "messageReaction", null, ("reactionsAdded", new JsonArray(new JsonObject { ["type"] = reaction }))));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Contains("Glad", Assert.Single(await SentAsync(chat)).AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_reaction_that_says_nothing_of_help_is_left_alone()
    {
        var chat = shared.Bot.Conversation();
        using var response = await chat.PostAsync(chat.Activity(
            "messageReaction", null, ("reactionsAdded", new JsonArray(new JsonObject { ["type"] = "laugh" }))));
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Empty(await SentAsync(chat));
    }

    [Fact]
    public async Task After_its_end_a_conversation_starts_anew_with_nothing_open()
    {
        var chat = shared.Bot.Conversation();
        await chat.CustomerSays("Can I cancel my subscription after ten days?");
        using var ended = await chat.PostAsync(chat.Activity("endOfConversation"));
        Assert.True(ended.IsSuccessStatusCode);
        Assert.Empty(await SentAsync(chat));
        var forgotten = await chat.CustomerSays("1");
        Assert.DoesNotContain("calendar days", forgotten.Text, StringComparison.Ordinal);
        var next = await chat.CustomerSays("When is your support open?");
        Assert.Contains("Mon–Fri", next.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_submitted_label_is_answered_as_if_it_had_been_typed()
    {
        const string Label = "The collections policy";
        var chat = shared.Bot.Conversation();
        var press = chat.Activity("message", null, ("value", new JsonObject { ["verb"] = "say", ["argument"] = Label }));
        using var response = await chat.PostAsync(press);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var typed = await shared.Bot.Conversation().CustomerSays(Label);
        Assert.Contains("what we agreed with you", typed.Text, StringComparison.Ordinal);
        Assert.Equal(typed.Text, string.Join('\n', (await SentAsync(chat)).Select(sent => sent.AllText)));
    }

    [Theory]
    [InlineData("""{"verb":"say"}""")]
    [InlineData("""{"verb":"launch","argument":"rockets"}""")]
    [InlineData("""{"verb":null}""")]
    [InlineData("""["helped"]""")]
    [InlineData("7")]
    public async Task A_submit_that_no_card_of_the_bot_made_gets_a_polite_answer(string value)
    {
        var chat = shared.Bot.Conversation();
        using var response = await chat.PostAsync(chat.Activity("message", null, ("value", JsonNode.Parse(value))));
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        var answer = Assert.Single(await SentAsync(chat));
        Assert.NotEmpty(answer.AllText);
        Assert.DoesNotContain("went wrong", answer.AllText, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("groupChat")]
    [InlineData("channel")]
    public async Task In_a_group_the_bot_greets_once_when_it_is_added_itself(string kind)
    {
        var chat = shared.Bot.Conversation();
        foreach (var newcomer in new[] { "29:somebody", "28:bot", "28:bot", "29:another" })
        {
            using var response = await chat.PostAsync(chat.Activity(
                "conversationUpdate",
                null,
                ("conversation", new JsonObject { ["id"] = chat.Id, ["conversationType"] = kind }),
                ("membersAdded", new JsonArray(new JsonObject { ["id"] = newcomer }))));
            Assert.True(response.IsSuccessStatusCode);
        }

        Assert.Contains("Hello", Assert.Single(await SentAsync(chat)).AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_repeated_request_for_replies_gets_the_same_ones_and_is_one_turn()
    {
        var chat = shared.Bot.Conversation();
        var asked = chat.Message("What happens if I don't pay my invoice?", "same");
        asked["deliveryMode"] = "expectReplies";
        var json = asked.ToJsonString();
        var answers = new List<string>();
        for (var time = 0; time < 3; time++)
        {
            using var response = await chat.PostAsync(JsonNode.Parse(json)!.AsObject());
            Assert.Equal(HttpStatusCode.OK, response.StatusCode);
            answers.Add(await response.Content.ReadAsStringAsync(TestContext.Current.CancellationToken));
        }

        Assert.Contains("reminder", answers[0], StringComparison.Ordinal);
        Assert.Single(answers.Distinct(StringComparer.Ordinal));
        Assert.Empty(await SentAsync(chat));
        Assert.Equal(1, await shared.Bot.ReadAsync(db => db.Messages.CountAsync(message =>
            message.Direction == Direction.Inbound
            && db.Conversations.Any(known => known.Id == message.ConversationId && known.ChannelConversationId == chat.Id))));
    }

    private async Task<IReadOnlyList<SentActivity>> SentAsync(CustomerConversation chat)
    {
        await shared.Bot.WhenIdleAsync();
        return [.. shared.Bot.Channel.TakeAll().Where(sent => sent.ConversationId == chat.Id && sent.Type == "message")];
    }
}
