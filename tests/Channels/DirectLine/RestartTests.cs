using System.Net;
using BillingBot.Channels.DirectLine;
using BillingBot.Tests.Host;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Channels.DirectLine;

/// <summary>What outlives the process, and what a secret changes.</summary>
public class RestartTests
{
    [Fact]
    public async Task A_restart_ends_no_chat_and_without_a_secret_nobody_generates_tokens()
    {
        using var database = new DatabaseFile();
        DirectLineClient before;
        IReadOnlyList<string?> said;
        using (var bot = BotHost.Start(database.Path, settings: [("DirectLine:Secret", " "), BotHost.NoArticles]))
        {
            before = await DirectLineClient.StartedAsync(bot);
            await before.SayAsync("before the restart");
            said = [.. (await before.ReadUntilAsync(activities => activities.Settled(1))).Select(activity => activity.ToJsonString())];
            foreach (var guess in (string[])["", "null", " ", DirectLineBot.Secret])
            {
                Assert.Equal(HttpStatusCode.Unauthorized, (await before.With(guess).PostAsync("tokens/generate")).Status);
            }

            Assert.Equal(HttpStatusCode.Forbidden, (await before.PostAsync("tokens/generate")).Status);
        }

        using var restarted = BotHost.Start(database.Path, settings: BotHost.NoArticles);
        var after = new DirectLineClient(restarted, before.Credential, before.ConversationId);
        Assert.Equal(said, (await after.ReadAllAsync()).Select(activity => activity.ToJsonString()));
        Assert.Equal(HttpStatusCode.OK, (await after.PostAsync("conversations")).Status);
        Assert.Equal(HttpStatusCode.OK, (await after.SayAsync("after the restart")).Status);
        await after.ReadUntilAsync(activities => activities.Settled(2));
    }

    [Fact]
    public async Task The_same_secret_keeps_all_tokens_and_a_new_one_ends_them()
    {
        var token = await SignerOf(DirectLineBot.Secret).SignAsync(
            new TokenGrant("c", "dl_u"), "use", TimeSpan.FromMinutes(1), TestContext.Current.CancellationToken);
        Assert.IsType<TokenReading.Valid>(await ReadAsync(DirectLineBot.Secret, token));
        Assert.IsType<TokenReading.Invalid>(await ReadAsync(DirectLineBot.Secret + "-renewed", token));
    }

    private static Task<TokenReading> ReadAsync(string secret, string token) =>
        SignerOf(secret).ReadAsync(token, "use", TestContext.Current.CancellationToken);

    /// <summary>With a secret the database is not asked, as the missing store proves.</summary>
    private static TokenSigner SignerOf(string secret) => new(
        new DirectLineKey(store: null!, Options.Create(new DirectLineOptions { Secret = secret })), TimeProvider.System);
}
