using System.Net;
using System.Net.WebSockets;
using System.Text.Json.Nodes;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Channels.DirectLine;

[Collection<DirectLineCollection>]
public class StreamTests(DirectLineBot shared)
{
    private static readonly TimeSpan KeepAlive = TimeSpan.FromSeconds(15);
    private readonly BotHost _bot = shared.Bot;

    [Fact]
    public async Task A_stream_brings_what_was_and_then_what_comes()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        using var stream = await OpenAsync(client);
        Assert.True((await stream.ReadUntilAsync(activities => activities.Count > 0))[0].IsFromBot());
        var posted = await client.SayAsync("live");
        var live = await stream.ReadUntilAsync(activities => activities.Any(activity => activity.Answers(posted.Id)));
        Assert.Equal(posted.Id, live[0].Id());
        Assert.Equal(Plain(await client.ReadAllAsync()).TakeLast(live.Count), Plain(live));
    }

    [Fact]
    public async Task Coming_back_with_the_watermark_loses_nothing_and_doubles_nothing()
    {
        const int Said = 60;
        var client = await DirectLineClient.StartedAsync(_bot);
        var seen = new List<JsonObject>();
        var watermark = "";
        var saying = Task.WhenAll(Enumerable.Range(0, Said).Select(i => client.SayAsync($"message {i}")));
        while (!seen.Settled(Said))
        {
            var back = await client.GetAsync($"conversations/{client.ConversationId}?watermark={watermark}");
            using var stream = await DirectLineSocket.OpenAsync(back.StreamUrl);
            seen.AddRange(await stream.ReadUntilAsync(activities => activities.Count >= 7 || seen.Concat(activities).ToList().Settled(Said)));
            watermark = stream.Watermark;
            // The line breaks: no close handshake.
            stream.Socket.Abort();
        }

        await saying;
        Assert.Equal(Plain(await client.ReadAllAsync()), Plain(seen));
    }

    [Fact]
    public async Task A_second_stream_takes_the_place_of_the_first()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        using var first = await OpenAsync(client);
        await first.ReadUntilAsync(activities => activities.Count > 0);
        using var second = await OpenAsync(client);
        while (await first.FrameAsync() is not null)
        {
        }

        Assert.Equal("collision", first.Socket.CloseStatusDescription);
        await first.CloseAsync();
        var posted = await client.SayAsync("to the second");
        await second.ReadUntilAsync(activities => activities.Any(activity => activity.Answers(posted.Id)));
    }

    [Fact]
    public async Task A_client_that_closes_is_answered_and_may_come_back()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        using (var stream = await OpenAsync(client))
        {
            await stream.CloseAsync();
            Assert.Equal(WebSocketState.Closed, stream.Socket.State);
        }

        using var again = await OpenAsync(client);
        Assert.NotEmpty(await again.ReadUntilAsync(activities => activities.Count > 0));
    }

    [Fact]
    public async Task Empty_frames_and_noise_of_the_client_disturb_nothing()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        using var stream = await OpenAsync(client);
        await stream.SendAsync("");
        await stream.SendAsync("{not json");
        await stream.SendAsync(new string('x', 100_000));
        var posted = await client.SayAsync("still there?");
        await stream.ReadUntilAsync(activities => activities.Any(activity => activity.Answers(posted.Id)));
    }

    [Fact]
    public async Task What_is_not_kept_is_shown_to_whoever_watches_and_moves_no_watermark()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        using var stream = await OpenAsync(client);
        await stream.ReadUntilAsync(activities => activities.Count > 0);
        var before = stream.Watermark;
        var posted = await client.PostAsync(client.Activities(), """{"type":"event","name":"x","channelData":{"clientActivityID":"e1"}}""");
        var shown = Assert.Single(await stream.ReadUntilAsync(activities => activities.Count > 0));
        Assert.Equal((posted.Id, "e1"), (shown.Id(), (string?)shown["channelData"]!["clientActivityID"]));
        Assert.Equal(before, stream.Watermark);
    }

    [Fact]
    public async Task Opened_otherwise_than_as_a_WebSocket_the_address_says_so()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var address = (await client.PostAsync("conversations")).StreamUrl;
        var refused = await client.GetAsync(address.PathAndQuery["/v3/directline/".Length..]);
        Assert.Equal((HttpStatusCode.BadRequest, "BadArgument"), (refused.Status, refused.ErrorCode));
    }

    [Fact]
    public async Task A_quiet_stream_shows_life_and_finds_what_another_instance_recorded()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        using var stream = await OpenAsync(client);
        await stream.ReadUntilAsync(activities => activities.Count > 0);
        Assert.Equal("", await _bot.PassTimeUntilAsync(stream.FrameAsync(), KeepAlive));

        // Recorded without a word to this instance's feed.
        await _bot.Services.GetRequiredService<Inbox>().ClaimAsync(
            new InboundMessage(OwnChannel.DirectLine, client.ConversationId, "{}", "elsewhere", "{}")
            {
                Echo = _ => """{"type":"message","id":"elsewhere"}""",
            },
            TestContext.Current.CancellationToken);
        var found = await _bot.PassTimeUntilAsync(stream.ReadUntilAsync(activities => activities.Count > 0), KeepAlive);
        Assert.Equal("elsewhere", Assert.Single(found).Id());
    }

    [Fact]
    public async Task A_bot_that_stops_says_so_to_its_clients()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var client = await DirectLineClient.StartedAsync(bot);
        using var stream = await OpenAsync(client);
        await stream.ReadUntilAsync(activities => activities.Count > 0);
        bot.Services.GetRequiredService<Microsoft.Extensions.Hosting.IHostApplicationLifetime>().StopApplication();
        while (await stream.FrameAsync() is not null)
        {
        }

        Assert.Equal(WebSocketCloseStatus.EndpointUnavailable, stream.Socket.CloseStatus);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_client_that_is_gone_leaves_nothing_behind(bool saysSo)
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var feed = bot.Services.GetRequiredService<MessageFeed>();
        var client = await DirectLineClient.StartedAsync(bot);
        using (var stream = await OpenAsync(client))
        {
            await stream.ReadUntilAsync(activities => activities.Count > 0);
            Assert.Equal(1, feed.Watched);
            if (saysSo)
            {
                await stream.CloseAsync();
            }
        }

        await bot.WaitForAsync(_ => Task.FromResult(feed.Watched == 0));
    }

    private static async Task<DirectLineSocket> OpenAsync(DirectLineClient client) =>
        await DirectLineSocket.OpenAsync((await client.PostAsync("conversations")).StreamUrl);

    private static IEnumerable<string> Plain(IEnumerable<JsonObject> activities) =>
        activities.Select(activity => activity.ToJsonString());
}
