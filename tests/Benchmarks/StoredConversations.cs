using Microsoft.Data.Sqlite;

namespace BillingBot.Benchmarks;

/// <summary>Fills a bot's database with conversations of the past, three turns each, to see that they cost nothing.</summary>
internal static class StoredConversations
{
    private const string Sql =
        """
        INSERT INTO "Conversations" ("Channel", "ChannelConversationId", "Reference", "State", "StateVersion", "LastSequence", "ReadTo", "CreatedAt", "LastActivityAt")
        WITH RECURSIVE numbers(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < $count)
        SELECT 'emulator', 'stored-' || n, printf('%.300c', 'r'), printf('%.300c', 's'), 3, 9, 0, n, n FROM numbers;

        INSERT INTO "Messages" ("ConversationId", "Sequence", "Direction", "Status", "Author", "DedupeKey", "Body", "InReplyTo", "Attempts", "At")
        SELECT "Id", place, CASE WHEN place % 3 = 1 THEN 'Inbound' ELSE 'Outbound' END, CASE WHEN place % 3 = 1 THEN 'Handled' ELSE 'Sent' END, 'Bot',
            CASE WHEN place % 3 = 1 THEN 'key-' || place END, printf('%.500c', 'b'), CASE WHEN place % 3 = 1 THEN NULL ELSE place - (place - 1) % 3 END, 1, place
        FROM "Conversations", (WITH RECURSIVE places(place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM places WHERE place < 9) SELECT place FROM places)
        WHERE "ChannelConversationId" LIKE 'stored-%';
        """;

    /// <param name="database">The file of a bot that is not running.</param>
    /// <param name="count">How many.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task FillAsync(string database, int count, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync(stop);
        await using var transaction = await connection.BeginTransactionAsync(stop);
        await using var command = connection.CreateCommand();
        command.CommandText = Sql;
        command.CommandTimeout = 0;
        command.Parameters.AddWithValue("$count", count);
        await command.ExecuteNonQueryAsync(stop);
        await transaction.CommitAsync(stop);
    }
}
