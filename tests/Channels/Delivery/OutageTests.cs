using System.Net;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Console;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Channels.Delivery;

/// <summary>A channel that is away for days, and what staff see and do when it was too long.</summary>
public class OutageTests
{
    private static readonly TimeSpan Step = TimeSpan.FromHours(2);
    private readonly BotHost _bot = BotHost.Start(
        settings: [BotHost.NoArticles, ("Delivery:FirstDelay", "00:05:00"), ("Delivery:LongestDelay", "02:00:00")]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(HttpStatusCode.BadGateway)]
    [InlineData(HttpStatusCode.TooManyRequests)]
    public async Task A_reply_of_Friday_night_is_sent_on_Monday(HttpStatusCode trouble)
    {
        await using var bot = _bot;
        var attempts = 0;
        bot.Channel.Answer = _ =>
        {
            Interlocked.Increment(ref attempts);
            return new HttpResponseMessage(trouble);
        };
        var chat = bot.Conversation("emulator");
        using var posted = await chat.PostAsync(chat.Message("thanks", "1"));
        var monday = bot.Clock.GetUtcNow().AddHours(60);
        await bot.PassTimeUntilAsync(_ => Task.FromResult(bot.Clock.GetUtcNow() >= monday && attempts > 12), Step);
        Assert.Equal(MessageStatus.Pending, (await RepliesAsync()).Single().Status);

        bot.Channel.Answer = _ => null;
        Assert.Equal("1", (await bot.PassTimeUntilAsync(bot.Channel.NextAsync(), Step)).ReplyToId);
        Assert.Empty(await TasksAsync());
    }

    [Fact]
    public async Task After_three_days_it_is_given_up_and_staff_send_it_again()
    {
        await using var bot = _bot;
        bot.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.ServiceUnavailable);
        var chat = bot.Conversation("msteams", TestUser.Alex);
        var recorded = bot.Clock.GetUtcNow();
        using var posted = await chat.PostAsync(chat.Message("thanks, zebra", "1"));
        await bot.PassTimeUntilAsync(async db => await db.StaffTasks.AnyAsync(Ct), Step);
        Assert.True(bot.Clock.GetUtcNow() - recorded >= TimeSpan.FromHours(72));

        var task = Assert.Single(await TasksAsync());
        Assert.Equal((StaffTaskKind.ReplyFailed, "contoso", "A reply to Alex Wilber was given up"), (task.Kind, task.CustomerId, task.Subject));
        Assert.Equal("msteams: HTTP 503", task.Detail);

        bot.Channel.Answer = _ => null;
        Assert.Equal(1, await SendAgainAsync(task.Id));
        Assert.Equal("1", (await bot.Channel.NextAsync()).ReplyToId);
        Assert.Equal("staff:Yuki Tanaka (demo-yuki)", Assert.Single(await TasksAsync()).DoneBy);
        Assert.Null(await SendAgainAsync(task.Id));
        Assert.Single(await bot.ReadAsync(db => db.Audit.Where(entry => entry.Action == "reply.retried").ToListAsync(Ct)));
    }

    [Fact]
    public async Task All_of_a_conversation_is_one_task_and_goes_again_in_order_and_what_fails_again_is_a_new_one()
    {
        await using var bot = _bot;
        bot.Channel.Answer = _ => new HttpResponseMessage(HttpStatusCode.Forbidden);
        var chat = bot.Conversation("emulator");
        using var first = await chat.PostAsync(chat.Message("thanks", "1"));
        using var second = await chat.PostAsync(chat.Message("thanks", "2"));
        await bot.WaitForAsync(async db => await db.Messages.CountAsync(message => message.Status == MessageStatus.Dead, Ct) == 2);
        bot.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(2, await SendAgainAsync(Assert.Single(await TasksAsync()).Id));
        await bot.WaitForAsync(async db => await db.Messages.CountAsync(message => message.Status == MessageStatus.Dead, Ct) == 2);

        bot.Channel.Answer = _ => null;
        Assert.Equal(2, await SendAgainAsync(Assert.Single(await TasksAsync(), task => task.DoneAt is null).Id));
        Assert.Equal(["1", "2"], [(await bot.Channel.NextAsync()).ReplyToId, (await bot.Channel.NextAsync()).ReplyToId]);
        await bot.WhenIdleAsync();
        Assert.Empty(bot.Channel.TakeAll());
    }

    private async Task<int?> SendAgainAsync(long task)
    {
        if (await _bot.Services.GetRequiredService<GivenUpReplies>().SendAgainAsync(CaseRoom.Demo("yuki"), task, Ct) is not var (conversation, count))
        {
            return null;
        }

        _bot.Services.GetRequiredService<Announcements>().Deliver(conversation);
        return count;
    }

    private Task<List<Message>> RepliesAsync() => _bot.ReadAsync(db => db.Messages.Where(message => message.Direction == Direction.Outbound).ToListAsync(Ct));

    private Task<List<StaffTask>> TasksAsync() => _bot.ReadAsync(db => db.StaffTasks.Where(task => task.Kind == StaffTaskKind.ReplyFailed).ToListAsync(Ct));
}
