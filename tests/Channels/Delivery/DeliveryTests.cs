using System.Net;
using System.Net.Http.Headers;
using System.Text;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Skills;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Channels.Delivery;

public class DeliveryTests
{
    [Fact]
    public async Task A_reply_that_the_channel_could_not_take_is_sent_again_after_a_while_and_before_later_ones()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var failures = 1;
        var refused = new TaskCompletionSource();
        bot.Channel.Answer = _ =>
        {
            if (Interlocked.Decrement(ref failures) < 0)
            {
                return null;
            }

            refused.TrySetResult();
            return new HttpResponseMessage(HttpStatusCode.BadGateway);
        };
        var chat = bot.Conversation("emulator");
        using var first = await chat.PostAsync(chat.Message("thanks", "1"));
        await refused.Task.WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);
        using var second = await chat.PostAsync(chat.Message("thanks", "2"));
        var sent = await bot.PassTimeUntilAsync(bot.Channel.NextAsync(), TimeSpan.FromSeconds(3));
        Assert.Equal("1", sent.ReplyToId);
        Assert.Equal("2", (await bot.Channel.NextAsync()).ReplyToId);
    }

    [Fact]
    public async Task A_busy_channel_is_left_alone_for_as_long_as_it_asked()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var asked = 0;
        bot.Channel.Answer = _ => Interlocked.Increment(ref asked) == 1 ? TooMany(TimeSpan.FromSeconds(60)) : null;
        var chat = bot.Conversation("emulator");
        using var posted = await chat.PostAsync(chat.Message("thanks", "1"));
        await bot.WaitForAsync(db => db.Messages.AnyAsync(message => message.NextAttemptAt != null));
        bot.Clock.Advance(TimeSpan.FromSeconds(55));
        Assert.Equal(1, asked);
        var sent = await bot.PassTimeUntilAsync(bot.Channel.NextAsync(), TimeSpan.FromSeconds(3));
        Assert.Equal("1", sent.ReplyToId);
    }

    [Fact]
    public async Task What_can_never_be_delivered_is_kept_as_a_dead_letter_with_its_reason_and_later_replies_go_on()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var calls = 0;
        bot.Channel.Answer = _ => Interlocked.Increment(ref calls) == 1
            ? new HttpResponseMessage(HttpStatusCode.BadRequest)
            {
                Content = new StringContent("""{"error":{"code":"BadSyntax","message":"no"}}""", Encoding.UTF8, "application/json"),
            }
            : null;
        var chat = bot.Conversation("emulator");
        using var first = await chat.PostAsync(chat.Message("thanks", "1"));
        using var second = await chat.PostAsync(chat.Message("thanks", "2"));
        Assert.Equal("2", (await bot.Channel.NextAsync()).ReplyToId);
        var dead = await bot.ReadAsync(db => db.Messages.SingleAsync(message => message.Status == MessageStatus.Dead));
        Assert.Contains("400", dead.LastError, StringComparison.Ordinal);
        Assert.Contains("BadSyntax", dead.LastError, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Replies_that_were_recorded_before_a_restart_are_sent_after_it()
    {
        using var database = new DatabaseFile();
        using (var before = BotHost.Start(database.Path, settings: BotHost.NoArticles))
        {
            before.Channel.Answer = _ => TooMany(TimeSpan.FromSeconds(30));
            var chat = before.Conversation("emulator");
            using var posted = await chat.PostAsync(chat.Message("thanks", "1"));
            await before.WaitForAsync(db => db.Messages.AnyAsync(message => message.NextAttemptAt != null));
        }

        using var after = BotHost.Start(database.Path, settings: BotHost.NoArticles);
        var sent = await after.PassTimeUntilAsync(after.Channel.NextAsync(), TimeSpan.FromSeconds(3));
        Assert.Equal("1", sent.ReplyToId);
    }

    [Fact]
    public async Task A_slow_answer_shows_that_the_bot_is_typing_until_it_comes()
    {
        var skill = new SlowSkill();
        using var bot = BotHost.Start(configure: services => services.ReplaceSkill(skill));
        var typing = new TaskCompletionSource<string?>();
        bot.Channel.Answer = sent =>
        {
            if (sent.Type == "typing")
            {
                typing.TrySetResult(sent.ConversationId);
            }

            return null;
        };
        var chat = bot.Conversation("emulator");
        using var posted = await chat.PostAsync(chat.Message("When is your support open?", "1"));
        Assert.Equal(chat.Id, await bot.PassTimeUntilAsync(typing.Task, TimeSpan.FromMilliseconds(500)));
        skill.Finish.SetResult();
        Assert.Equal("1", (await bot.Channel.NextAsync()).ReplyToId);
    }

    private static HttpResponseMessage TooMany(TimeSpan retryAfter) => new(HttpStatusCode.TooManyRequests)
    {
        Headers = { RetryAfter = new RetryConditionHeaderValue(retryAfter) },
    };

    private sealed class SlowSkill : ISkill
    {
        public string Name => "hours";

        public TaskCompletionSource Finish { get; } = new();

        public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
        {
            await Finish.Task.WaitAsync(cancellationToken);
            return new Reply([new ReplyMessage { Text = "at last", Language = turn.Language.Code }], turn.State);
        }
    }
}
