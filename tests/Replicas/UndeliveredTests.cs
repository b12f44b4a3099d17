using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Replicas;

/// <summary>Which replies a replica takes up that others have recorded.</summary>
[OnPostgreSql]
public sealed class UndeliveredTests : IDisposable
{
    private static readonly Instant Now = Instant.FromDateTimeOffset(BotHost.Tuesday);
    private static readonly Duration Longest = Duration.FromMinutes(10);

    /// <summary>So long that it does not look itself.</summary>
    private readonly BotHost _bot = BotHost.Start(settings: [BotHost.NoArticles, ("Replicas:Lease", "00:10:00")]);

    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public void Dispose() => _bot.Dispose();

    [Fact]
    public async Task Those_that_are_due_and_that_nobody_is_sending_and_no_later_ones_before_them()
    {
        var dueNow = await AddAsync(Pending(1, minutesAgo: 1));
        await AddAsync(Pending(1, due: Now + Duration.FromMinutes(5)), Pending(2));
        await AddAsync(Pending(1, takenUntil: long.MaxValue), Pending(2));
        var left = await AddAsync(Pending(1, minutesAgo: 3, takenUntil: 1), Pending(2));
        var tried = await AddAsync(Pending(1, minutesAgo: 2, due: Now));
        var wrongClock = await AddAsync(Pending(1, minutesAgo: 4, due: Now + Duration.FromDays(365)));
        Assert.Equal([wrongClock, left, tried, dueNow], await LookAsync());
    }

    [Fact]
    public async Task Not_more_at_once_than_a_look_may_cost()
    {
        await _bot.ReadAsync(async db =>
        {
            db.AddRange(Enumerable.Range(0, WorkQueue.MostAtOnce + 5).Select(place => new Knowledge.Conversations.Conversation { Id = 10 + place, Channel = "emulator", ChannelConversationId = $"{place}", Reference = "{}" }));
            await db.SaveChangesAsync(Ct);
            db.AddRange(Enumerable.Range(0, WorkQueue.MostAtOnce + 5).Select(place => Of(10 + place, Pending(1, minutesAgo: place))));
            return await db.SaveChangesAsync(Ct);
        });
        var found = await LookAsync();
        Assert.Equal((WorkQueue.MostAtOnce, 10L + WorkQueue.MostAtOnce + 4), (found.Count, found[0]));
    }

    private static Message Pending(long sequence, Instant? due = null, long? takenUntil = null, int minutesAgo = 0) => new()
    {
        Sequence = sequence,
        Direction = Direction.Outbound,
        Status = MessageStatus.Pending,
        Body = "{}",
        NextAttemptAt = due,
        TakenUntil = takenUntil,
        At = Now - Duration.FromMinutes(minutesAgo),
    };

    private static Message Of(long conversation, Message message) => new()
    {
        ConversationId = conversation,
        Sequence = message.Sequence,
        Direction = message.Direction,
        Status = message.Status,
        Body = message.Body,
        NextAttemptAt = message.NextAttemptAt,
        TakenUntil = message.TakenUntil,
        At = message.At,
    };

    private Task<IReadOnlyList<long>> LookAsync() => _bot.Services.GetRequiredService<WorkQueue>().UndeliveredAsync(Now, Longest, Ct);

    private Task<long> AddAsync(params Message[] messages) => _bot.ReadAsync(async db =>
    {
        var conversation = new Knowledge.Conversations.Conversation { Channel = "emulator", ChannelConversationId = Guid.NewGuid().ToString(), Reference = "{}" };
        db.Add(conversation);
        await db.SaveChangesAsync(Ct);
        db.AddRange(messages.Select(message => Of(conversation.Id, message)));
        await db.SaveChangesAsync(Ct);
        return conversation.Id;
    });
}
