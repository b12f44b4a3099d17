using System.Data;
using BillingBot.Tests.Host;
using BillingBot.Tests.Host.PostgreSql;
using Microsoft.Data.Sqlite;

namespace BillingBot.Tests.Crash;

/// <summary>kill -9 in the middle of the work.</summary>
[Collection<AloneCollection>]
public sealed class KillTests
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Breath = TimeSpan.FromMilliseconds(400);

    [Fact]
    public async Task Nothing_acknowledged_is_lost_doubled_or_out_of_order_though_the_bot_is_killed_twenty_times()
    {
        const int Kills = 20, Conversations = 210, Messages = 4, Every = Conversations * Messages / (Kills + 1);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var database = new DatabaseFile();
        await using var connector = await FakeConnector.StartAsync();
        using var fleet = await Fleet.StartAsync(database.Path, 1, patience.Token);
        using var gate = new SemaphoreSlim(1, 1);
        using var customers = new Customers(fleet, connector, Conversations, Messages)
        {
            Before = (posted, token) => posted % Every == 0 && posted / Every <= Kills ? KillAsync(token) : Task.CompletedTask,
        };
        await customers.SayAllAsync(patience.Token);

        // Whatever it had not noted comes again now, and is seen.
        await connector.WhenAsync(() => connector.Deliveries.Count >= customers.Total, patience.Token);
        await KillAsync(patience.Token);

        // The one unavoidable case: the channel took a reply and the bot died before it knew. It comes again under the
        // same delivery id, at most one a conversation that was being served.
        (await customers.HearAllAsync(patience.Token)).Holds(mostRepeated: Kills * 16);

        async Task KillAsync(CancellationToken token)
        {
            await gate.WaitAsync(token);
            try
            {
                await fleet.KillAsync(0, token);
                await fleet.StartAsync(0, token);
            }
            finally
            {
                gate.Release();
            }
        }
    }

    [Fact]
    public async Task Of_several_replies_to_one_message_only_the_newest_comes_again_though_the_bot_is_killed_while_its_disk_is_slow()
    {
        const int Kills = 5, Conversations = 20, Replies = 4;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        using var database = new DatabaseFile();
        await using var connector = await FakeConnector.StartAsync();
        connector.Does = (_, _) => Trouble.None with { After = Breath / 10 };
        using var fleet = await Fleet.StartAsync(database.Path, 1, patience.Token, BotProcess.WithArticles);
        using var customers = new Customers(fleet, connector, Conversations, 2)
        {
            Words = number => number == 1 ? "What happens if I don't pay my invoice?" : "thanks",
            RepliesTo = number => number == 1 ? Replies : 1,
        };
        var saying = customers.SayAllAsync(patience.Token);
        for (var kill = 1; kill <= Kills; kill++)
        {
            await connector.WhenAsync(() => connector.Deliveries.Count >= kill * customers.Total / (Kills + 1), patience.Token);
            await using (await SlowDiskAsync(database.Path, patience.Token))
            {
                await Task.Delay(Breath, TimeProvider.System, patience.Token);
                await fleet.KillAsync(0, patience.Token);
            }

            await fleet.StartAsync(0, patience.Token);
        }

        await saying;
        (await customers.HearAllAsync(patience.Token)).Holds(mostRepeated: Kills * Conversations);
    }

    [Fact]
    public async Task Two_replicas_take_over_from_each_other_though_each_is_killed_and_every_message_comes_to_both()
    {
        PostgreSqlCluster.SkipUnlessThere();
        const int Kills = 8, Conversations = 100, Messages = 6, Every = Conversations * Messages / (Kills + 1);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        var database = PostgreSqlCluster.Create();
        await using var connector = await FakeConnector.StartAsync();
        try
        {
            using var fleet = await Fleet.StartAsync(database, 2, patience.Token);
            using var gate = new SemaphoreSlim(1, 1);
            using var customers = new Customers(fleet, connector, Conversations, Messages)
            {
                Copies = 2,

                // Longer than a lease: then what one had taken and not noted is another's.
                Settling = TimeSpan.FromSeconds(6),
                Before = async (posted, token) =>
                {
                    if (posted % Every != 0 || posted / Every > Kills)
                    {
                        return;
                    }

                    await gate.WaitAsync(token);
                    try
                    {
                        await fleet.KillAsync(posted / Every % 2, token);
                        await fleet.StartAsync(posted / Every % 2, token);
                    }
                    finally
                    {
                        gate.Release();
                    }
                },
            };
            await customers.SayAllAsync(patience.Token);
            (await customers.HearAllAsync(patience.Token)).Holds(mostRepeated: Kills * 16);
        }
        finally
        {
            PostgreSqlCluster.Drop(database);
        }
    }

    /// <summary>Until it is disposed, nothing can be written.</summary>
    private static async Task<SqliteConnection> SlowDiskAsync(string database, CancellationToken cancellationToken)
    {
        var connection = new SqliteConnection($"Data Source={database};Pooling=False");
        await connection.OpenAsync(cancellationToken);
        await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        return connection;
    }
}
