using System.Net;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>Tokens and time. Every test takes tokens of its own, so moving the clock spoils none.</summary>
[Collection<DirectLineCollection>]
public sealed class TokenLifeTests(DirectLineBot shared)
{
    private readonly BotHost _bot = shared.Bot;

    [Fact]
    public async Task An_expired_token_is_told_so_everywhere()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        _bot.Clock.Advance(TimeSpan.FromMinutes(30));
        DirectLineCall[] calls =
        [
            await client.PostAsync("tokens/refresh"),
            await client.PostAsync("conversations"),
            await client.GetAsync($"conversations/{client.ConversationId}"),
            await client.GetAsync(client.Activities()),
            await client.SayAsync("hello"),
        ];
        Assert.All(calls, call => Assert.Equal((HttpStatusCode.Forbidden, "TokenExpired"), (call.Status, call.ErrorCode)));
    }

    [Fact]
    public async Task A_token_works_until_its_last_second()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        _bot.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("tokens/refresh")).Status);
    }

    [Fact]
    public async Task A_stream_url_works_for_a_minute_and_is_no_bearer_token()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var address = (await client.PostAsync("conversations")).StreamUrl;
        var ticket = address.Query.Split("t=")[^1];
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.With(ticket).GetAsync(client.Activities())).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await client.GetAsync($"conversations/{client.ConversationId}/stream?t={client.Credential}")).Status);
        _bot.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"conversations/{client.ConversationId}/stream?t={ticket}")).Status);
    }
}
