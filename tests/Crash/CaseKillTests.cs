using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BillingBot.Tests.Host;
using Microsoft.Data.Sqlite;

namespace BillingBot.Tests.Crash;

/// <summary>kill -9 between any two messages of cases that staff answer, then a restart on the same database.</summary>
public sealed class CaseKillTests
{
    private const string Unfinished = "SELECT COUNT(*) FROM Messages WHERE Status IN ('Accepted', 'Pending', 'Dead')";
    private const int Cases = 2, Messages = 10, Kills = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(8);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Ten_messages_each_way_are_not_lost_doubled_or_out_of_order_and_the_owner_is_still_the_owner()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var database = new DatabaseFile();
        await using var connector = await FakeConnector.StartAsync();
        var bot = await BotProcess.StartAsync(database.Path, patience.Token);
        using var gate = new SemaphoreSlim(1, 1);
        var calls = 0;
        try
        {
            await Parallel.ForEachAsync(Enumerable.Range(0, Cases), patience.Token, async (place, token) =>
            {
                var conversation = $"c{place}";
                await UntilTakenAsync("/api/messages", Activity(conversation, 0), token);
                await UntilTakenAsync($"/staff-door/open?conversation={conversation}", null, token);
                await UntilTakenAsync($"/staff-door/claim?conversation={conversation}", null, token);
                for (var number = 1; number <= Messages; number++)
                {
                    await UntilTakenAsync("/api/messages", Activity(conversation, number), token);
                    await UntilTakenAsync($"/staff-door/send?conversation={conversation}&client=m{number}&text=staff-{number}", null, token);
                }
            });
            await connector.WhenAsync(() => Enumerable.Range(0, Cases).All(place => Said(place).Count >= Messages), patience.Token);
            // The connector has a message a moment before its row says so.
            while (Count(database.Path, Unfinished) > 0)
            {
                await Task.Delay(Pause, TimeProvider.System, patience.Token);
            }

            await bot.KillAsync(patience.Token);
            var numbers = Enumerable.Range(1, Messages).ToList();
            Assert.All(Enumerable.Range(0, Cases), place =>
            {
                Assert.Equal(numbers.Select(number => $"staff-{number}"), Said(place));
                Assert.Equal(
                    numbers.SelectMany(number => new[] { $"customer-{number}", $"staff-{number}" }),
                    Read(database.Path, $"c{place}").Where(words => !words.EndsWith("-0", StringComparison.Ordinal)));
            });
            Assert.Equal(Cases, Count(database.Path, "SELECT COUNT(*) FROM Cases WHERE OwnerId = 'yuki'"));
            Assert.Equal(0, Count(database.Path, Unfinished));
            Assert.InRange(connector.Repeats, 0, Kills * Cases);
        }
        finally
        {
            bot.Dispose();
            SqliteConnection.ClearAllPools();
        }

        IReadOnlyList<string> Said(int place) => [.. connector.Deliveries
            .Where(delivery => delivery.ConversationId == $"c{place}" && delivery.Text.StartsWith("**Yuki**", StringComparison.Ordinal))
            .Select(delivery => delivery.Text["**Yuki**\n\n".Length..])];

        // Whoever calls says it again, the same, until it is taken.
        async Task UntilTakenAsync(string path, JsonObject? body, CancellationToken token)
        {
            await KillNowAndThenAsync(token);
            while (true)
            {
                try
                {
                    using var http = new HttpClient { BaseAddress = bot.Address };
                    using var answer = await http.PostAsJsonAsync(path, body, token);
                    if (answer.IsSuccessStatusCode)
                    {
                        return;
                    }
                }
                catch (HttpRequestException)
                {
                    // Killed, or on its way up.
                }

                await Task.Delay(Pause, TimeProvider.System, token);
            }
        }

        async Task KillNowAndThenAsync(CancellationToken token)
        {
            const int Every = Cases * Messages * 2 / (Kills + 1);
            await gate.WaitAsync(token);
            try
            {
                calls++;
                if (calls % Every == 0 && calls / Every <= Kills)
                {
                    var killed = bot;
                    await killed.KillAsync(token);
                    bot = await BotProcess.StartAsync(database.Path, token);
                    killed.Dispose();
                }
            }
            finally
            {
                gate.Release();
            }
        }

        JsonObject Activity(string conversation, int number) => new()
        {
            ["type"] = "message",
            ["id"] = $"{conversation}/{number}",
            ["channelId"] = "emulator",
            ["serviceUrl"] = connector.ServiceUrl,
            ["conversation"] = new JsonObject { ["id"] = conversation },
            ["from"] = new JsonObject { ["id"] = "user" },
            ["recipient"] = new JsonObject { ["id"] = "bot" },
            ["text"] = $"customer-{number}",
        };
    }

    /// <summary>The words of customer and staff in the order of the transcript.</summary>
    private static List<string> Read(string database, string conversation)
    {
        using var connection = Open(database);
        using var command = connection.CreateCommand();
        command.CommandText = """
            SELECT COALESCE(json_extract(Body, '$.text'), json_extract(Body, '$.message.typed')) FROM Messages
            WHERE ConversationId = (SELECT Id FROM Conversations WHERE ChannelConversationId = $conversation)
              AND (Direction = 'Inbound' OR Author = 'Staff') ORDER BY Sequence
            """;
        command.Parameters.AddWithValue("$conversation", conversation);
        using var rows = command.ExecuteReader();
        var words = new List<string>();
        while (rows.Read())
        {
            words.Add(rows.GetString(0));
        }

        return words;
    }

    private static long Count(string database, string sql)
    {
        using var connection = Open(database);
        using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The test's own words.
        command.CommandText = sql;
#pragma warning restore CA2100
        return (long)command.ExecuteScalar()!;
    }

    private static SqliteConnection Open(string database)
    {
        var connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        return connection;
    }
}
