using BillingBot.Knowledge.Conversations;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Storage;

/// <summary>What waits is found by its index, however long the transcripts are.</summary>
public sealed class WaitingMessagesTests
{
    private const string Index = "IX_Messages_Status_ConversationId_Sequence";

    [Fact]
    public async Task Whoever_counts_or_lists_what_waits_reads_only_that()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var plan = await bot.ReadAsync(db => ExplainAsync(db, db.Messages.Waiting(MessageStatus.Pending).Select(message => message.ConversationId).Distinct()));
        Assert.Contains(Index, plan, StringComparison.Ordinal);
        Assert.DoesNotContain("SCAN", plan, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_next_one_of_a_conversation_is_found_without_reading_the_conversation()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        var plan = await bot.ReadAsync(db => ExplainAsync(db, db.Messages.Waiting(MessageStatus.Accepted)
            .Where(message => message.ConversationId == 1).OrderBy(message => message.Sequence)));
        Assert.Contains(Index, plan, StringComparison.Ordinal);
    }

    private static async Task<string> ExplainAsync<T>(Knowledge.Storage.BillingDb db, IQueryable<T> rows)
    {
        await db.Database.OpenConnectionAsync(TestContext.Current.CancellationToken);
        await using var command = rows.CreateDbCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {command.CommandText}";
        await using var steps = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        List<string> plan = [];
        while (await steps.ReadAsync(TestContext.Current.CancellationToken))
        {
            plan.Add(steps.GetString(3));
        }

        return string.Join('\n', plan);
    }
}
