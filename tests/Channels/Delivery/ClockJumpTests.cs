using System.Net;
using System.Net.Http.Headers;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Channels.Delivery;

/// <summary>A clock that is set.</summary>
public class ClockJumpTests
{
    [Fact]
    public async Task A_jump_ahead_sends_what_waits_once_and_in_order()
    {
        using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var asked = 0;
        bot.Channel.Answer = _ => Interlocked.Increment(ref asked) == 1 ? Busy() : null;
        var chat = bot.Conversation("emulator");
        for (var number = 1; number <= 3; number++)
        {
            using var posted = await chat.PostAsync(chat.Message("thanks", $"{number}"));
        }

        await bot.WaitForAsync(db => db.Messages.AnyAsync(message => message.NextAttemptAt != null));
        bot.Clock.Advance(TimeSpan.FromDays(30));
        for (var number = 1; number <= 3; number++)
        {
            Assert.Equal($"{number}", (await bot.PassTimeUntilAsync(bot.Channel.NextAsync(), TimeSpan.FromSeconds(1))).ReplyToId);
        }

        await bot.WhenIdleAsync();
        Assert.Empty(bot.Channel.TakeAll());
    }

    [Fact]
    public async Task What_was_put_off_by_a_clock_that_was_wrong_by_hours_does_not_wait_for_hours()
    {
        using var database = new DatabaseFile();
        using (var ahead = BotHost.Start(database.Path, settings: BotHost.NoArticles))
        {
            ahead.Clock.Advance(TimeSpan.FromHours(10));
            ahead.Channel.Answer = _ => Busy();
            var chat = ahead.Conversation("emulator");
            using var posted = await chat.PostAsync(chat.Message("thanks", "1"));
            await ahead.WaitForAsync(db => db.Messages.AnyAsync(message => message.NextAttemptAt != null));
        }

        using var right = BotHost.Start(database.Path, settings: BotHost.NoArticles);
        Assert.Equal("1", (await right.Channel.NextAsync()).ReplyToId);
        await right.WhenIdleAsync();
        Assert.Empty(right.Channel.TakeAll());
    }

    private static HttpResponseMessage Busy() => new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(30)) } };
}
