using System.Net;
using System.Net.Http.Headers;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

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

    [Theory]
    [InlineData(50)]
    [InlineData(600)]
    public async Task What_was_put_off_by_a_clock_that_was_wrong_does_not_wait_until_the_right_one_gets_there(int minutes)
    {
        using var database = new DatabaseFile();
        using (var ahead = BotHost.Start(database.Path, settings: BotHost.NoArticles))
        {
            ahead.Clock.Advance(TimeSpan.FromMinutes(minutes));
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

    [Fact]
    public async Task A_clock_that_is_set_back_while_a_reply_waits_does_not_make_it_wait_longer()
    {
        var clock = new SetClock();
        using var bot = BotHost.Start(configure: services => services.AddSingleton<IClock>(provider => clock.On(provider.GetRequiredService<TimeProvider>())), settings: BotHost.NoArticles);
        var asked = 0;
        bot.Channel.Answer = _ => Interlocked.Increment(ref asked) == 1 ? Busy() : null;
        var chat = bot.Conversation("emulator");
        using var posted = await chat.PostAsync(chat.Message("thanks", "1"));
        await bot.WaitForAsync(db => db.Messages.AnyAsync(message => message.NextAttemptAt != null));

        // Until the reply is put off in the process too.
        await Task.Delay(TimeSpan.FromMilliseconds(500), TimeProvider.System, TestContext.Current.CancellationToken);
        clock.Set = Duration.FromMinutes(-5);
        bot.Clock.Advance(TimeSpan.FromSeconds(31));
        Assert.Equal("1", (await bot.Channel.NextAsync()).ReplyToId);
    }

    private sealed class SetClock : IClock
    {
        private TimeProvider _time = TimeProvider.System;

        public Duration Set { get; set; }

        public SetClock On(TimeProvider time)
        {
            _time = time;
            return this;
        }

        public Instant GetCurrentInstant() => Instant.FromDateTimeOffset(_time.GetUtcNow()) + Set;
    }

    private static HttpResponseMessage Busy() => new(HttpStatusCode.TooManyRequests) { Headers = { RetryAfter = new RetryConditionHeaderValue(TimeSpan.FromSeconds(30)) } };
}
