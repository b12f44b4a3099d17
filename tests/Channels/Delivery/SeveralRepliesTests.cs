using System.Collections.Concurrent;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage;
using BillingBot.Skills;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Channels.Delivery;

/// <summary>A turn with several replies.</summary>
public sealed class SeveralRepliesTests
{
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(500);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_next_one_is_not_sent_before_it_is_noted_that_the_channel_has_the_one_before()
    {
        using var bot = BotHost.Start(configure: services => services.ReplaceSkill(new Talkative()));
        var writer = bot.Services.GetRequiredService<DbWriter>();
        var (first, disk) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new TaskCompletionSource<int>());
        var sent = new ConcurrentQueue<string?>();
        bot.Channel.Answer = activity =>
        {
            if (activity.Type == "message")
            {
                if (sent.IsEmpty)
                {
                    _ = writer.CommitAsync((_, _) => disk.Task, Ct);
                }

                sent.Enqueue(activity.Text);
                first.TrySetResult();
            }

            return null;
        };
        var chat = bot.Conversation("emulator");
        using var posted = await chat.PostAsync(chat.Message("When is your support open?", "1"));
        await first.Task.WaitAsync(TimeSpan.FromSeconds(20), Ct);

        // A bot that is killed now sends the first one again, and nothing that would then have been seen before it.
        await Task.Delay(Breath, TimeProvider.System, Ct);
        Assert.Equal(["one"], sent);
        disk.SetResult(0);
        await bot.WhenIdleAsync();
        Assert.Equal(["one", "two", "three"], sent);
        Assert.All(await bot.ReadAsync(db => db.Messages.Where(message => message.Status == MessageStatus.Sent).ToListAsync(Ct)), reply => Assert.Equal(1, reply.Attempts));
    }

    private sealed class Talkative : ISkill
    {
        public string Name => "hours";

        public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(new Reply(
            [.. new[] { "one", "two", "three" }.Select(text => new ReplyMessage { Text = text, Language = turn.Language.Code })], turn.State));
    }
}
