using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Crash;

/// <summary>kill -9 in the middle of the work, then a restart on the same database.</summary>
public sealed class KillTests
{
    private const int Conversations = 200, Messages = 3, Kills = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_doubled_or_out_of_order_over_kill_9_and_restart()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var database = new DatabaseFile();
        await using var connector = await FakeConnector.StartAsync();
        var bot = await BotProcess.StartAsync(database.Path, patience.Token);
        var restarted = new SemaphoreSlim(1, 1);
        var posted = 0;
        try
        {
            await Parallel.ForEachAsync(
                Enumerable.Range(0, Conversations),
                new ParallelOptions { MaxDegreeOfParallelism = 32, CancellationToken = patience.Token },
                async (conversation, token) =>
                {
                    for (var number = 1; number <= Messages; number++)
                    {
                        await PostUntilAcknowledgedAsync($"c{conversation}", number, token);
                    }
                });
            await connector.WhenAsync(() => connector.Deliveries.Count >= Conversations * Messages, patience.Token);
        }
        finally
        {
            bot.Dispose();
        }

        // The one unavoidable case: the channel took a reply and the bot died before it knew. It comes again under the
        // same delivery id, at most one a conversation that was being served.
        Assert.InRange(connector.Repeats, 0, Kills * 16);
        Assert.All(Enumerable.Range(0, Conversations), conversation => Assert.Equal(
            Enumerable.Range(1, Messages).Select(number => $"c{conversation}/{number}"),
            connector.Deliveries.Where(delivery => delivery.ConversationId == $"c{conversation}").Select(delivery => delivery.ReplyToId)));

        // A channel repeats an activity, with the same id, until it is acknowledged.
        async Task PostUntilAcknowledgedAsync(string conversation, int number, CancellationToken token)
        {
            while (true)
            {
                await KillNowAndThenAsync(token);
                try
                {
                    using var http = new HttpClient { BaseAddress = bot.Address };
                    using var response = await http.PostAsJsonAsync("/api/messages", Activity(conversation, number), token);
                    if (response.IsSuccessStatusCode)
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
            const int Every = Conversations * Messages / (Kills + 1);
            await restarted.WaitAsync(token);
            try
            {
                posted++;
                if (posted % Every == 0 && posted / Every <= Kills)
                {
                    await bot.KillAsync(token);
                    bot.Dispose();
                    bot = await BotProcess.StartAsync(database.Path, token);
                }
            }
            finally
            {
                restarted.Release();
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
            ["text"] = "thanks",
        };
    }
}
