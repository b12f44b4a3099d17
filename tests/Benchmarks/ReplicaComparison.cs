using System.Globalization;
using BillingBot.Tests.Host.PostgreSql;
using Npgsql;

namespace BillingBot.Benchmarks;

/// <summary>One bot on a PostgreSQL, then several behind a load balancer on the same one, each time with a new database.</summary>
internal static class ReplicaComparison
{
    /// <summary>As it is installed, so every commit is on disk.</summary>
    private const string Settings = "-c listen_addresses= -c max_connections=400 -c shared_buffers=256MB";

    /// <param name="program">The bot's BillingBot.dll.</param>
    /// <param name="load">How much is asked.</param>
    /// <param name="modes">What.</param>
    /// <param name="replicas">How many are compared with one.</param>
    /// <param name="server">Connection string of a server whose user may create databases; empty starts an installed one.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<int> RunAsync(
        string program, Load load, IReadOnlyList<Mode> modes, int replicas, string server, CancellationToken stop)
    {
        using var own = server.Length == 0 ? new OwnServer() : null;
        await using var connector = await Connector.StartAsync(stop);
        System.Console.WriteLine($"{Environment.ProcessorCount} cores, which the bots, PostgreSQL and the driver share; load {Bench.Busy} before");
        foreach (var mode in modes)
        {
            System.Console.WriteLine(Figures.Header);
            var one = await MeasureAsync(own?.ConnectionString ?? server, 1, mode);
            System.Console.WriteLine(one.Row($"1 bot: {mode.Name}", one, one));
            var several = await MeasureAsync(own?.ConnectionString ?? server, replicas, mode);
            System.Console.WriteLine(several.Row($"{replicas} bots: {mode.Name}", one, one));
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{replicas} bots to one: {several.Rate / one.Rate:0.00} of its turns/s, {several.CpuEach / one.CpuEach:0.00} of its CPU a turn. Load {Bench.Busy} after."));
        }

        return 0;

        async Task<Figures> MeasureAsync(string at, int count, Mode mode)
        {
            var database = await CreateAsync(at, stop);
            List<ServerProcess> bots = [];
            try
            {
                // One after the other: the first one prepares the database.
                while (bots.Count < count)
                {
                    bots.Add(Bench.Bot(
                        program, ("Database__Provider", "PostgreSql"), ("Database__MigrateAtStart", "true"), ("ConnectionStrings__BillingBot", database)));
                    await Bench.FirstReplyAsync(bots[^1], connector, Mode.All[0], stop);
                }

                return await Bench.MeasureAsync(bots, connector, mode, load, stop);
            }
            finally
            {
                foreach (var bot in bots)
                {
                    await bot.DisposeAsync();
                }
            }
        }
    }

    private static async Task<string> CreateAsync(string server, CancellationToken stop)
    {
        var name = $"billingbot_benchmark_{Guid.NewGuid():N}";
        await using var connection = new NpgsqlConnection(server);
        await connection.OpenAsync(stop);
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name is made here.
        command.CommandText = $"CREATE DATABASE {name}";
#pragma warning restore CA2100
        await command.ExecuteNonQueryAsync(stop);
        return new NpgsqlConnectionStringBuilder(server) { Database = name }.ToString();
    }

    private sealed class OwnServer : IDisposable
    {
        private readonly System.Diagnostics.Process _shell;

        public OwnServer()
        {
            var folder = Directory.CreateTempSubdirectory("billingbot-benchmark-").FullName;
            ConnectionString = $"Host={folder};Username=billingbot;Database=postgres";
            _shell = PostgreSqlServer.Run(folder, Settings, isKept: false);
            PostgreSqlServer.Await(ConnectionString, folder, _shell);
        }

        public string ConnectionString { get; }

        public void Dispose()
        {
            _shell.StandardInput.Close();
            _shell.WaitForExit();
            _shell.Dispose();
        }
    }
}
