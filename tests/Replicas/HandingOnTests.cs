using System.Collections.Concurrent;
using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Replicas;

/// <summary>What waits for a reply that another replica sends.</summary>
[OnPostgreSql]
public sealed class HandingOnTests
{
    [Fact]
    public async Task A_reply_that_one_recorded_while_the_other_was_sending_goes_out_right_after_it()
    {
        // So long that looking for what was left behind cannot help.
        using var two = new TwoReplicas(("Replicas:Lease", "00:05:00"));
        using var gate = new SemaphoreSlim(0);
        var sent = new ConcurrentQueue<string?>();
        foreach (var bot in new[] { two.One, two.Other })
        {
            bot.Channel.Answer = activity =>
            {
                if (activity.Type == "message")
                {
                    sent.Enqueue(activity.ReplyToId);
                    if (sent.Count == 1)
                    {
                        gate.Wait(TestContext.Current.CancellationToken);
                    }
                }

                return null;
            };
        }

        var chat = two.One.Conversation("emulator");
        using var first = await chat.PostAsync(chat.Message("thanks", "1"));
        var elsewhere = new CustomerConversation(two.Other, "emulator", TestUser.Guest) { Id = chat.Id };
        using var second = await elsewhere.PostAsync(elsewhere.Message("thanks", "2"));
        await two.Other.WaitForAsync(async db => await db.Messages.CountAsync(message => message.Status == MessageStatus.Handled) == 2);

        gate.Release();
        await two.One.WhenIdleAsync();
        Assert.Equal(["1", "2"], sent);
    }
}
