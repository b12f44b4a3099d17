using Microsoft.Data.Sqlite;

namespace BillingBot.Benchmarks;

/// <summary>Fills a bot's database with conversations of the past, three turns each of two rows as an answered one has them, to see that they cost nothing.</summary>
internal static class StoredConversations
{
    /// <summary>In one transaction.</summary>
    private const int Batch = 20_000;

    private const string Sql =
        """
        INSERT INTO "Conversations" ("Channel", "ChannelConversationId", "Reference", "State", "StateVersion", "LastSequence", "ReadTo", "CreatedAt", "LastActivityAt")
        WITH RECURSIVE numbers(n) AS (SELECT $first UNION ALL SELECT n + 1 FROM numbers WHERE n + 1 < $end)
        SELECT 'emulator', 'stored-' || n, printf('%.300c', 'r'), printf('%.300c', 's'), 3, 6, 0, n, n FROM numbers;

        INSERT INTO "Messages" ("ConversationId", "Sequence", "Direction", "Status", "Author", "DedupeKey", "Body", "InReplyTo", "Attempts", "At")
        SELECT "Id", place, CASE WHEN place % 2 = 1 THEN 'Inbound' ELSE 'Outbound' END, CASE WHEN place % 2 = 1 THEN 'Handled' ELSE 'Sent' END, 'Bot',
            CASE WHEN place % 2 = 1 THEN 'key-' || place END, printf('%.' || CASE WHEN place % 2 = 1 THEN 220 ELSE 1120 END || 'c', 'b'), CASE WHEN place % 2 = 0 THEN place - 1 END, 1, place
        FROM "Conversations", (WITH RECURSIVE places(place) AS (SELECT 1 UNION ALL SELECT place + 1 FROM places WHERE place < 6) SELECT place FROM places)
        WHERE "Id" > $before;
        """;

    /// <param name="database">The file of a bot that is not running.</param>
    /// <param name="count">How many there are to be; those from an earlier filling count.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task FillAsync(string database, int count, CancellationToken stop)
    {
        await using var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync(stop);

        // What is lost with the machine is filled again.
        await ScalarAsync(connection, "PRAGMA synchronous=OFF; PRAGMA cache_size=-200000; SELECT 0", stop);
        var first = (int)await ScalarAsync(connection, """SELECT count(*) FROM "Conversations" WHERE "ChannelConversationId" LIKE 'stored-%'""", stop);
        for (; first < count; first += Batch)
        {
            await using var transaction = (SqliteTransaction)await connection.BeginTransactionAsync(stop);
            await using var command = connection.CreateCommand();
            command.CommandText = Sql;
            command.CommandTimeout = 0;
            command.Parameters.AddWithValue("$first", first);
            command.Parameters.AddWithValue("$end", Math.Min(count, first + Batch));
            command.Parameters.AddWithValue("$before", await ScalarAsync(connection, """SELECT coalesce(max("Id"), 0) FROM "Conversations" """, stop));
            await command.ExecuteNonQueryAsync(stop);
            await transaction.CommitAsync(stop);
        }
    }

    private static async Task<long> ScalarAsync(SqliteConnection connection, string sql, CancellationToken stop)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // Constants of this program.
        command.CommandText = sql;
#pragma warning restore CA2100
        command.CommandTimeout = 0;
        return (long)(await command.ExecuteScalarAsync(stop))!;
    }
}
