using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using BillingBot.Conversation;
using BillingBot.Tests.Host;
using Microsoft.IdentityModel.JsonWebTokens;

namespace BillingBot.Tests.Channels.DirectLine;

[Collection<DirectLineCollection>]
public sealed class TokenTests(DirectLineBot shared)
{
    private readonly BotHost _bot = shared.Bot;

    [Fact]
    public async Task A_server_with_the_secret_gets_a_token_for_a_conversation_that_is_not_started_yet()
    {
        var issued = await GenerateAsync("");
        Assert.Equal(HttpStatusCode.OK, issued.Status);
        Assert.Equal(1800, (int)issued.Body!["expires_in"]!);
        var client = new DirectLineClient(_bot, issued.Token, issued.ConversationId);
        Assert.Equal(HttpStatusCode.NotFound, (await client.GetAsync(client.Activities())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await client.SayAsync("hello")).Status);
    }

    [Fact]
    public async Task Clients_can_read_their_user_id_from_the_token_and_every_guest_has_another()
    {
        var users = new[] { UserOf(await GenerateAsync("")), UserOf(await GenerateAsync("{}")) };
        Assert.All(users, user => Assert.Matches("^dl_[0-9a-f]{32}$", user));
        Assert.NotEqual(users[0], users[1]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("not-the-secret")]
    [InlineData("")]
    public async Task Nobody_without_a_valid_credential_gets_in(string? credential)
    {
        foreach (var path in (string[])["tokens/generate", "tokens/refresh", "conversations", "conversations/x/activities"])
        {
            var refused = await new DirectLineClient(_bot, credential).PostAsync(path, "{}");
            Assert.Equal((HttpStatusCode.Unauthorized, "Unauthorized"), (refused.Status, refused.ErrorCode));
            Assert.Equal("Bearer", refused.Response.Headers.WwwAuthenticate.ToString());
        }
    }

    [Fact]
    public async Task A_token_cannot_make_tokens_for_others()
    {
        var guest = await DirectLineClient.GuestAsync(_bot);
        var refused = await guest.PostAsync("tokens/generate", """{"user":{"id":"contoso-alex"}}""");
        Assert.Equal((HttpStatusCode.Forbidden, "Forbidden"), (refused.Status, refused.ErrorCode));
    }

    [Theory]
    [InlineData("contoso-alex", "dl_contoso-alex", "contoso-alex")]
    [InlineData("dl_contoso-alex", "dl_contoso-alex", "contoso-alex")]
    [InlineData("dl_somebody-else", "dl_somebody-else", null)]
    public async Task The_bot_knows_whom_the_server_vouched_for_and_nobody_else(string named, string user, string? person)
    {
        var issued = await GenerateAsync($$$"""{"user":{"id":"{{{named}}}","name":"The Name"}}""");
        Assert.Equal(user, UserOf(issued));
        var sender = await SenderAsync(issued);
        Assert.Equal(new Sender(user, "The Name") { PersonId = person }, sender);
    }

    [Fact]
    public async Task A_guest_cannot_become_a_known_person_by_saying_so()
    {
        var guest = await DirectLineClient.GuestAsync(_bot);
        await guest.PostAsync("conversations", """{"user":{"id":"contoso-alex"}}""");
        await guest.SendAsync(new JsonObject
        {
            ["type"] = "message",
            ["text"] = "hello",
            ["from"] = new JsonObject { ["id"] = "dl_contoso-alex", ["aadObjectId"] = "00000000-0000-0000-0000-0000000000020" },
            ["channelId"] = "msteams",
            ["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "00000000-0000-0000-0000-0000000000001" } },
        });
        var all = await guest.ReadUntilAsync(activities => activities.Settled(1));
        var senders = await SendersAsync(guest.ConversationId);
        Assert.Equal(2, senders.Count);
        Assert.All(senders, sender => Assert.True(sender is { PersonId: null, TenantId: null, ObjectId: null }));
        Assert.Single(senders.Select(sender => sender.Id).Distinct(StringComparer.Ordinal));
        Assert.DoesNotContain(all, activity => activity.ToJsonString().Contains("contoso-alex", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_token_is_refreshed_as_often_as_wanted_and_stays_in_its_conversation()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        for (var i = 0; i < 3; i++)
        {
            var fresh = await client.PostAsync("tokens/refresh");
            Assert.Equal((HttpStatusCode.OK, client.ConversationId), (fresh.Status, fresh.ConversationId));
            client = client.With(fresh.Token);
        }

        Assert.NotEmpty(await client.ReadAllAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await DirectLineClient.Server(_bot).PostAsync("tokens/refresh")).Status);
    }

    [Fact]
    public async Task A_changed_token_opens_nothing()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var parts = client.Credential!.Split('.');
        var payload = new JsonWebToken(client.Credential).EncodedPayload;
        var other = Base64(Encoding.UTF8.GetString(Convert.FromBase64String(Padded(payload))).Replace("dl_", "dl_contoso-alex", StringComparison.Ordinal));
        string[] forgeries =
        [
            $"{parts[0]}.{other}.{parts[2]}",
            $"{parts[0]}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}",
            $"{Base64("""{"alg":"none","typ":"JWT"}""")}.{parts[1]}.",
            $"{parts[0]}.{parts[1]}.{Base64("signature")}",
            $"{client.Credential}x",
            new string('.', 100),
        ];
        foreach (var forgery in forgeries)
        {
            Assert.Equal(HttpStatusCode.Unauthorized, (await client.With(forgery).GetAsync(client.Activities())).Status);
        }
    }

    [Fact]
    public async Task A_token_bound_to_sites_works_from_these_sites_only()
    {
        var issued = await GenerateAsync("""{"trustedOrigins":["https://www.example.com"]}""");
        var client = new DirectLineClient(_bot, issued.Token, issued.ConversationId);
        Assert.Equal(HttpStatusCode.Forbidden, (await client.PostAsync("conversations", "", ("Origin", "https://evil.example"))).Status);
        Assert.Equal(HttpStatusCode.Created, (await client.PostAsync("conversations", "", ("Origin", "https://www.example.com"))).Status);
    }

    [Theory]
    [InlineData("""{"trustedOrigins":["https://www.example.com/page"]}""")]
    [InlineData("""{"trustedOrigins":["*"]}""")]
    [InlineData("""{"trustedOrigins":"https://www.example.com"}""")]
    [InlineData("""{"user":"alex"}""")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{")]
    public async Task A_malformed_wish_is_refused_by_name(string body)
    {
        var refused = await GenerateAsync(body);
        Assert.Equal(HttpStatusCode.BadRequest, refused.Status);
        Assert.Contains(refused.ErrorCode, (string[])["BadArgument", "MalformedData"]);
    }

    [Fact]
    public async Task Secret_and_tokens_are_never_logged()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var started = await client.PostAsync("conversations");
        using var stream = await DirectLineSocket.OpenAsync(started.StreamUrl);
        await client.With("not-the-secret").PostAsync("tokens/generate");
        Assert.DoesNotContain(_bot.Logs.Lines, line =>
            line.Contains(DirectLineBot.Secret, StringComparison.Ordinal) || line.Contains(client.Credential!, StringComparison.Ordinal));
    }

    private Task<DirectLineCall> GenerateAsync(string body) => DirectLineClient.Server(_bot).PostAsync("tokens/generate", body);

    private static string UserOf(DirectLineCall issued) => new JsonWebToken(issued.Token).GetPayloadValue<string>("user");

    private async Task<Sender> SenderAsync(DirectLineCall issued)
    {
        var client = new DirectLineClient(_bot, issued.Token, issued.ConversationId);
        await client.PostAsync("conversations");
        return Assert.Single(await SendersAsync(issued.ConversationId));
    }

    private async Task<List<Sender>> SendersAsync(string conversationId) =>
        (await Recorded.IncomingAsync(_bot, conversationId)).ConvertAll(incoming => incoming.Sender);

    private static string Base64(string text) =>
        Convert.ToBase64String(Encoding.UTF8.GetBytes(text)).TrimEnd('=').Replace('+', '-').Replace('/', '_');

    private static string Padded(string text) =>
        text.Replace('-', '+').Replace('_', '/').PadRight((text.Length + 3) / 4 * 4, '=');
}
