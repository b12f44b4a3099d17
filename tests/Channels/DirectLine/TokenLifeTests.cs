using System.Net;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>Time and restarts.</summary>
public sealed class TokenLifeTests
{
    [Fact]
    public async Task An_expired_token_is_told_so_everywhere()
    {
        using var bot = BotHost.Start();
        var client = await DirectLineClient.StartedAsync(bot);
        bot.Clock.Advance(TimeSpan.FromMinutes(30));
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
        using var bot = BotHost.Start();
        var client = await DirectLineClient.StartedAsync(bot);
        bot.Clock.Advance(TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.OK, (await client.PostAsync("tokens/refresh")).Status);
    }

    [Fact]
    public async Task A_stream_url_works_for_a_minute_and_is_no_bearer_token()
    {
        using var bot = BotHost.Start();
        var client = await DirectLineClient.StartedAsync(bot);
        var address = (await client.PostAsync("conversations")).StreamUrl;
        var ticket = address.Query.Split("t=")[^1];
        Assert.Equal(HttpStatusCode.Unauthorized, (await client.With(ticket).GetAsync(client.Activities())).Status);
        Assert.Equal(
            HttpStatusCode.Unauthorized,
            (await client.GetAsync($"conversations/{client.ConversationId}/stream?t={client.Credential}")).Status);
        bot.Clock.Advance(TimeSpan.FromSeconds(60));
        Assert.Equal(HttpStatusCode.Forbidden, (await client.GetAsync($"conversations/{client.ConversationId}/stream?t={ticket}")).Status);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(DirectLineBot.Secret)]
    public async Task A_restart_ends_no_chat(string? secret)
    {
        var database = Path.Combine(Path.GetTempPath(), $"billingbot-test-{Guid.NewGuid():N}.db");
        try
        {
            DirectLineClient before;
            IReadOnlyList<string?> said;
            using (var bot = BotHost.Start(database, settings: ("DirectLine:Secret", secret)))
            {
                before = await DirectLineClient.StartedAsync(bot);
                await before.SayAsync("before the restart");
                said = [.. (await before.ReadUntilAsync(activities => activities.Settled(1))).Select(activity => activity.ToJsonString())];
            }

            using var restarted = BotHost.Start(database, settings: ("DirectLine:Secret", secret));
            var after = new DirectLineClient(restarted, before.Credential, before.ConversationId);
            Assert.Equal(said, (await after.ReadAllAsync()).Select(activity => activity.ToJsonString()));
            Assert.Equal(HttpStatusCode.OK, (await after.PostAsync("conversations")).Status);
            Assert.Equal(HttpStatusCode.OK, (await after.SayAsync("after the restart")).Status);
            await after.ReadUntilAsync(activities => activities.Settled(2));
        }
        finally
        {
            File.Delete(database);
        }
    }

    [Fact]
    public async Task A_new_secret_ends_all_tokens_of_the_old_one()
    {
        using var before = BotHost.Start(settings: ("DirectLine:Secret", DirectLineBot.Secret));
        using var after = BotHost.Start(settings: ("DirectLine:Secret", DirectLineBot.Secret + "-renewed"));
        var token = (await DirectLineClient.Server(before).PostAsync("tokens/generate")).Token;
        Assert.Equal(HttpStatusCode.Unauthorized, (await new DirectLineClient(after, token).PostAsync("conversations")).Status);
    }

    [Fact]
    public async Task Without_a_secret_nobody_generates_tokens_but_the_bots_own_guests_chat()
    {
        using var bot = BotHost.Start(settings: ("DirectLine:Secret", null));
        foreach (var guess in (string[])["", "null", DirectLineBot.Secret])
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await new DirectLineClient(bot, guess).PostAsync("tokens/generate")).Status);
        }

        var guest = await DirectLineClient.StartedAsync(bot);
        Assert.Equal(HttpStatusCode.Forbidden, (await guest.PostAsync("tokens/generate")).Status);
        Assert.Equal(HttpStatusCode.OK, (await guest.SayAsync("hello")).Status);
    }
}
