using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Channels;

/// <summary>A request that carries its replies, and a commit that it cannot wait for.</summary>
public class SlowCommitTests
{
    private static readonly TimeSpan Step = TimeSpan.FromSeconds(2);
    private readonly SlowCommits _commits = new();

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Who_asked_for_replies_is_told_to_come_again_and_if_nobody_does_the_channel_has_them()
    {
        using var bot = Start();
        var chat = bot.Conversation("emulator");
        var asked = chat.PostAsync(Asked(chat));
        await _commits.Reached;
        using (var early = await bot.PassTimeUntilAsync(asked, Step))
        {
            Assert.Equal((HttpStatusCode.ServiceUnavailable, "5"), (early.StatusCode, early.Headers.RetryAfter?.ToString()));
        }

        _commits.End();
        Assert.Equal("1", (await bot.Channel.NextAsync()).ReplyToId);
        await bot.WhenIdleAsync();
        Assert.Empty(Sent(bot));
        Assert.Equal((MessageStatus.Sent, 1), await ReplyAsync(bot));

        using var late = await chat.PostAsync(Asked(chat));
        Assert.Empty(await ActivitiesAsync(late));
        await bot.WhenIdleAsync();
        Assert.Empty(Sent(bot));
    }

    [Fact]
    public async Task Who_comes_again_meanwhile_has_them_in_the_answer_and_nowhere_else()
    {
        using var bot = Start();
        var chat = bot.Conversation("emulator");
        var asked = chat.PostAsync(Asked(chat));
        await _commits.Reached;
        using var early = await bot.PassTimeUntilAsync(asked, Step);
        Assert.Equal(HttpStatusCode.ServiceUnavailable, early.StatusCode);
        var again = chat.PostAsync(Asked(chat));
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Ct);
        _commits.End();
        using var answered = await again;
        Assert.Single(await ActivitiesAsync(answered));
        await bot.WhenIdleAsync();
        Assert.Empty(Sent(bot));
        Assert.Equal((MessageStatus.Sent, 0), await ReplyAsync(bot));
    }

    [Fact]
    public async Task Who_hangs_up_has_them_through_the_channel()
    {
        using var bot = Start();
        using var http = bot.Client();
        using var patience = new CancellationTokenSource();
        var chat = bot.Conversation("emulator");
        var asked = http.PostAsJsonAsync("/api/messages", Asked(chat), patience.Token);
        await _commits.Reached;
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => asked);
        await Task.Delay(TimeSpan.FromMilliseconds(300), TimeProvider.System, Ct);
        _commits.End();
        Assert.Equal("1", (await bot.Channel.NextAsync()).ReplyToId);
        await bot.WhenIdleAsync();
        Assert.Equal((MessageStatus.Sent, 1), await ReplyAsync(bot));
        Assert.Empty(Sent(bot));
    }

    [Fact]
    public async Task After_a_button_that_took_too_long_all_that_there_is_to_say_comes_as_messages_in_order()
    {
        using var bot = Start();
        var chat = bot.Conversation("emulator");
        var pressed = chat.PostAsync(Press(chat));
        await _commits.Reached;
        using (var early = await bot.PassTimeUntilAsync(pressed, Step))
        {
            Assert.Equal(500, (int)(await early.Content.ReadFromJsonAsync<JsonObject>(Ct))!["statusCode"]!);
        }

        _commits.End();
        Assert.Contains("sorry", (await bot.Channel.NextAsync()).AllText, StringComparison.Ordinal);
        Assert.Contains("talk to a person", (await bot.Channel.NextAsync()).AllText, StringComparison.Ordinal);
        await bot.WhenIdleAsync();
        Assert.Empty(Sent(bot));
    }

    [Fact]
    public async Task What_follows_a_pressed_button_waits_until_the_request_has_its_own()
    {
        using var bot = Start();
        var chat = bot.Conversation("emulator");
        var pressed = chat.PostAsync(Press(chat));
        await _commits.Reached;
        _commits.End();
        using var answer = await pressed;
        Assert.Equal(200, (int)(await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!["statusCode"]!);
        Assert.Contains("talk to a person", (await bot.Channel.NextAsync()).AllText, StringComparison.Ordinal);
        await bot.WhenIdleAsync();
        Assert.Empty(Sent(bot));
        Assert.Equal([0, 1], await bot.ReadAsync(db => db.Messages.Where(message => message.Direction == Direction.Outbound)
            .OrderBy(message => message.Sequence).Select(message => message.Attempts).ToListAsync(Ct)));
    }

    [Fact]
    public async Task Who_cannot_be_reached_through_the_channel_has_them_by_coming_again()
    {
        using var bot = Start();
        bot.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.NotFound);
        var chat = bot.Conversation("emulator");
        var asked = chat.PostAsync(Asked(chat));
        await _commits.Reached;
        using var early = await bot.PassTimeUntilAsync(asked, Step);
        _commits.End();
        await bot.WaitForAsync(db => db.Messages.AnyAsync(message => message.Status == MessageStatus.Dead, Ct));
        using var again = await chat.PostAsync(Asked(chat));
        Assert.Single(await ActivitiesAsync(again));
        await bot.WaitForAsync(db => db.Messages.AllAsync(message => message.Status != MessageStatus.Dead, Ct));
        Assert.Equal((MessageStatus.Sent, 0), await ReplyAsync(bot));
    }

    private BotHost Start() => BotHost.Start(
        configure: services => services.AddSingleton<ITurnObserver>(_commits).ConfigureDbContext<PostgreSqlBillingDb>(options => options.AddInterceptors(_commits))
            .ConfigureDbContext<BillingDb>(options => options.AddInterceptors(_commits)),
        settings: BotHost.NoArticles);

    private static JsonObject Asked(CustomerConversation chat)
    {
        var asked = chat.Message("thanks", "1");
        asked["deliveryMode"] = "expectReplies";
        return asked;
    }

    private static JsonObject Press(CustomerConversation chat) => chat.Activity("invoke", "1", ("name", "adaptiveCard/action"), ("value", new JsonObject
    {
        ["action"] = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = "notHelped",
            ["data"] = new JsonObject { ["verb"] = "notHelped", ["argument"] = "late-payment" },
        },
    }));

    private static async Task<JsonArray> ActivitiesAsync(HttpResponseMessage answer) =>
        (await answer.Content.ReadFromJsonAsync<JsonObject>(Ct))!["activities"]!.AsArray();

    private static IEnumerable<SentActivity> Sent(BotHost bot) => bot.Channel.TakeAll().Where(sent => sent.Type == "message");

    private static Task<(MessageStatus, int)> ReplyAsync(BotHost bot) => bot.ReadAsync(async db =>
    {
        var reply = await db.Messages.SingleAsync(message => message.Direction == Direction.Outbound, Ct);
        return (reply.Status, reply.Attempts);
    });
}
