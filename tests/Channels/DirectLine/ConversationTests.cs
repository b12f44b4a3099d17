using System.Net;
using BillingBot.Conversation;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Channels.DirectLine;

[Collection<DirectLineCollection>]
public sealed class ConversationTests(DirectLineBot shared)
{
    private readonly BotHost _bot = shared.Bot;

    [Fact]
    public async Task Starting_is_201_once_and_200_after()
    {
        var client = await DirectLineClient.GuestAsync(_bot);
        var first = await client.PostAsync("conversations");
        Assert.Equal((HttpStatusCode.Created, client.ConversationId), (first.Status, first.ConversationId));
        Assert.Equal("ws", first.StreamUrl.Scheme);
        Assert.True(first.Response.Headers.CacheControl!.NoStore);
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("conversations")).Status);
    }

    [Fact]
    public async Task Whoever_comes_in_is_announced_to_the_bot_exactly_once()
    {
        var client = await DirectLineClient.GuestAsync(_bot);
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => client.PostAsync("conversations", """{"locale":"ja-JP"}""")));
        var all = await client.ReadUntilAsync(activities => activities.Count > 0);
        var joined = Assert.Single(await Recorded.IncomingAsync(_bot, client.ConversationId));
        Assert.Equal((TurnKind.Joined, "ja-JP"), (joined.Kind, joined.Locale));
        Assert.Equal([joined.Sender.Id], joined.Joined);
        Assert.All(all, activity => Assert.True(activity.IsFromBot()));
        Assert.All(all, activity => Assert.False(activity.ContainsKey("replyToId")));
    }

    [Fact]
    public async Task The_secret_starts_a_new_conversation_each_time()
    {
        var server = DirectLineClient.Server(_bot);
        var first = await server.PostAsync("conversations", """{"user":{"id":"u1","name":"Una"}}""");
        var second = await server.PostAsync("conversations");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Created), (first.Status, second.Status));
        Assert.NotEqual(first.ConversationId, second.ConversationId);
        var joined = Assert.Single(await Recorded.IncomingAsync(_bot, first.ConversationId));
        Assert.Equal(new Sender("u1", "Una"), joined.Sender);
    }

    [Fact]
    public async Task The_secret_writes_as_whom_it_says_but_never_as_a_known_person()
    {
        var started = await DirectLineClient.Server(_bot).PostAsync("conversations");
        var server = new DirectLineClient(_bot, DirectLineBot.Secret, started.ConversationId);
        var posted = await server.PostAsync(server.Activities(), """{"type":"message","text":"hi","from":{"id":"contoso-alex"}}""");
        Assert.Equal(HttpStatusCode.OK, posted.Status);
        Assert.Equal(new Sender("contoso-alex", null), (await Recorded.IncomingAsync(_bot, started.ConversationId))[^1].Sender);
        Assert.Equal("BadArgument", (await server.PostAsync(server.Activities(), """{"type":"message","text":"hi"}""")).ErrorCode);
    }

    [Fact]
    public async Task Coming_back_gives_a_token_and_a_stream_after_the_watermark()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var back = await client.GetAsync($"conversations/{client.ConversationId}?watermark=1");
        Assert.Equal((HttpStatusCode.OK, client.ConversationId), (back.Status, back.ConversationId));
        Assert.Contains("watermark=1", back.StreamUrl.Query, StringComparison.Ordinal);
        Assert.NotEmpty(await client.With(back.Token).ReadAllAsync());
    }

    [Fact]
    public async Task A_token_never_reaches_another_conversation()
    {
        var mine = await DirectLineClient.StartedAsync(_bot);
        var theirs = await DirectLineClient.StartedAsync(_bot);
        var ticket = (await mine.PostAsync("conversations")).StreamUrl.Query.Split("t=")[^1];
        var other = $"conversations/{theirs.ConversationId}";
        DirectLineCall[] calls =
        [
            await mine.GetAsync(other),
            await mine.GetAsync($"{other}/activities"),
            await mine.PostAsync($"{other}/activities", """{"type":"message","text":"hi"}"""),
            await mine.PostAsync($"{other}/upload"),
            await mine.GetAsync($"{other}/stream?t={ticket}"),
        ];
        Assert.All(calls, call => Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (call.Status, call.ErrorCode)));
        Assert.Single(await Recorded.IncomingAsync(_bot, theirs.ConversationId));
    }

    [Theory]
    [InlineData("made-up")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("99999999999999999999999")]
    public async Task A_made_up_watermark_is_refused(string watermark)
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        Assert.Equal("BadArgument", (await client.GetAsync(client.Activities(watermark))).ErrorCode);
        Assert.Equal("BadArgument", (await client.GetAsync($"conversations/{client.ConversationId}?watermark={watermark}")).ErrorCode);
    }
}
