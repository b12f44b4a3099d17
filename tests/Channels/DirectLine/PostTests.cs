using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using BillingBot.Conversation;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Channels.DirectLine;

[Collection<DirectLineCollection>]
public class PostTests(DirectLineBot shared)
{
    private readonly BotHost _bot = shared.Bot;

    [Fact]
    public async Task What_the_customer_says_comes_back_as_theirs_and_is_answered()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var channelData = """{"clientActivityID":"c-1","nested":{"a":[1.50,null,"<b>&'\""]},"webchat:x":true}""";
        var posted = await client.PostAsync(client.Activities(), $$"""
            {"type":"message","text":"hello","from":{"id":"dl_somebody","role":"bot","name":"Mallory"},"id":"mine","timestamp":"1999-01-01",
             "conversation":{"id":"other"},"serviceUrl":"https://evil.example","localTimezone":"Asia/Tokyo","entities":[{"type":"x","y":1}],
             "channelData":{{channelData}}}
            """);
        Assert.Equal($"{client.ConversationId}|0000003", posted.Id);

        var all = await client.ReadUntilAsync(activities => activities.Settled(1));
        var echo = Assert.Single(all, activity => !activity.IsFromBot());
        Assert.Equal(posted.Id, echo.Id());
        Assert.Equal("user", (string?)echo["from"]!["role"]);
        Assert.NotEqual("dl_somebody", (string?)echo["from"]!["id"]);
        Assert.Equal(_bot.Clock.GetUtcNow(), DateTimeOffset.Parse((string)echo["timestamp"]!, CultureInfo.InvariantCulture));
        Assert.Equal(client.ConversationId, (string?)echo["conversation"]!["id"]);
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse(channelData), echo["channelData"]));
        Assert.True(JsonNode.DeepEquals(JsonNode.Parse("""[{"type":"x","y":1}]"""), echo["entities"]));
        Assert.False(echo.ContainsKey("serviceUrl"));

        var reply = all.First(activity => activity.Answers(posted.Id));
        Assert.Equal(("billingbot", "bot"), ((string?)reply["from"]!["id"], (string?)reply["from"]!["role"]));
        Assert.Equal((string?)echo["from"]!["id"], (string?)reply["recipient"]!["id"]);
        Assert.Equal("directline", (string?)reply["channelId"]);
        Assert.NotNull((string?)reply["timestamp"]);
    }

    [Fact]
    public async Task Twenty_posts_of_one_message_are_one_turn()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var posts = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.SayAsync("once", clientActivityId: "the-same")));
        Assert.Single(posts.Select(post => post.Id).Distinct(StringComparer.Ordinal));
        await client.SayAsync("last");
        var all = await client.ReadUntilAsync(activities => activities.Settled(2));
        Assert.Single(all, activity => !activity.IsFromBot() && activity.Text() == "once");
        Assert.Equal(3, (await Recorded.IncomingAsync(_bot, client.ConversationId)).Count);
    }

    [Fact]
    public async Task Equal_words_in_different_messages_are_different_turns()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var posts = new[] { await client.SayAsync("again"), await client.SayAsync("again") };
        Assert.NotEqual(posts[0].Id, posts[1].Id);
    }

    [Theory]
    [InlineData("""{"type":"message","value":{"verb":"helped","argument":"greeting"},"channelData":{"postBack":true}}""")]
    [InlineData("""{"type":"message","text":"","value":{"verb":"helped","argument":"greeting"},"channelData":{"messageBack":{"displayText":"Yes"}}}""")]
    public async Task A_pressed_button_reaches_the_bot_as_its_verb(string activity)
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(client.Activities(), activity)).Status);
        var incoming = (await Recorded.IncomingAsync(_bot, client.ConversationId))[^1];
        Assert.Equal(new TurnAction("helped", "greeting"), incoming.Action);
        Assert.Equal("", incoming.Text);
    }

    [Theory]
    [InlineData("""{"type":"event","name":"webchat/join","value":{"language":"en"}}""")]
    [InlineData("""{"type":"typing"}""")]
    [InlineData("""{"type":"something/new","whatever":[]}""")]
    [InlineData("""{"type":"invoke","name":"adaptiveCard/action"}""")]
    [InlineData("""{"type":"conversationUpdate","membersAdded":[{"id":"dl_contoso-alex"}]}""")]
    [InlineData("""{"type":"installationUpdate","action":"add"}""")]
    public async Task What_asks_nothing_of_the_bot_is_accepted_and_forgotten(string activity)
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var posted = await client.PostAsync(client.Activities(), activity);
        Assert.Equal(HttpStatusCode.OK, posted.Status);
        Assert.NotEmpty(posted.Id);
        Assert.Single(await Recorded.IncomingAsync(_bot, client.ConversationId));
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("\"message\"")]
    [InlineData("{}")]
    [InlineData("""{"type":""}""")]
    [InlineData("""{"type":1}""")]
    [InlineData("""{"type":"message","text":{}}""")]
    [InlineData("""{"type":"message","from":"me"}""")]
    [InlineData("""{"type":"message","text":"a","text":"b"}""")]
    [InlineData("""{"type":"message","text":"a"} {}""")]
    public async Task What_is_not_an_activity_is_refused(string body)
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var refused = await client.PostAsync(client.Activities(), body);
        Assert.Equal((HttpStatusCode.BadRequest, "MalformedData"), (refused.Status, refused.ErrorCode));
        Assert.Single(await Recorded.IncomingAsync(_bot, client.ConversationId));
    }

    [Fact]
    public async Task Deep_nesting_and_halves_of_characters_are_refused_not_crashed_on()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var deep = $$"""{"type":"message","value":{{new string('[', 500)}}{{new string(']', 500)}}}""";
        Assert.Equal(HttpStatusCode.BadRequest, (await client.PostAsync(client.Activities(), deep)).Status);
        var half = await client.PostAsync(client.Activities(), """{"type":"message","text":"\ud83d","channelData":{"x":"\ude00"}}""");
        Assert.Equal(HttpStatusCode.BadRequest, half.Status);
        var nested = await client.PostAsync(client.Activities(), """{"type":"message","text":"a","channelData":{"x":"\ude00"}}""");
        Assert.Equal(HttpStatusCode.BadRequest, nested.Status);
        var twice = await client.PostAsync(client.Activities(), """{"type":"message","text":"a","channelData":{"x":1,"x":2}}""");
        Assert.Equal(HttpStatusCode.BadRequest, twice.Status);
    }

    [Fact]
    public async Task An_activity_may_be_long_but_not_too_long()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        const string Frame = """{"type":"typing","x":""}""";
        var longest = Frame.Insert(Frame.Length - 2, new string('請', 262_144 - Frame.Length));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync(client.Activities(), longest)).Status);
        var refused = await client.PostAsync(client.Activities(), longest + " ");
        Assert.Equal((HttpStatusCode.RequestEntityTooLarge, "MessageSizeTooBig"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task Every_script_and_any_length_comes_back_exactly()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        string[] texts =
        [
            "👩‍👩‍👧‍👦 🏴󠁧󠁢󠁳󠁣󠁴󠁿 𠮷野家",
            "מה מצב החשבונית? ‏العربية‎ ‮evil‬",
            "請求書はいつ届きますか。㍿ ｱｲｳ が\u3099",
            " leading,\ttabs,\r\nlines and trailing \u0000\u001f\u007f\u2028 ",
            "</script><img src=x onerror=alert(1)> \" ' \\ & %00",
            string.Concat(Enumerable.Repeat("長い文。Long text. 🙂", 3_000)),
        ];
        foreach (var text in texts)
        {
            Assert.Equal(HttpStatusCode.OK, (await client.SayAsync(text)).Status);
        }

        var all = await client.ReadUntilAsync(activities => activities.Settled(texts.Length));
        Assert.Equal(texts, all.Where(activity => !activity.IsFromBot()).Select(activity => activity.Text()));
    }

    [Fact]
    public async Task Files_are_declined_in_a_way_that_fails_only_the_message()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var refused = await client.PostAsync($"conversations/{client.ConversationId}/upload?userId=me");
        Assert.Equal((HttpStatusCode.UnsupportedMediaType, "NotSupported"), (refused.Status, refused.ErrorCode));
    }
}
