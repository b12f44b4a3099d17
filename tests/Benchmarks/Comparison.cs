using System.Diagnostics;
using System.Globalization;

namespace BillingBot.Benchmarks;

/// <summary>One run: the floors, then the bot in each mode, on the same machine one after the other.</summary>
internal static class Comparison
{
    private static readonly Load WarmUp = new(16, TimeSpan.FromSeconds(5), 10_000);

    /// <param name="program">The bot's BillingBot.dll.</param>
    /// <param name="load">How much is asked.</param>
    /// <param name="modes">What.</param>
    /// <param name="stored">Conversations that are stored before the first mode is measured once more; zero for none.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<int> RunAsync(string program, Load load, IReadOnlyList<Mode> modes, int stored, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("billingbot-benchmark-");
        try
        {
            await using var connector = await Connector.StartAsync(stop);
            System.Console.WriteLine($"{Environment.ProcessorCount} cores, load {Busy()} before");
            System.Console.WriteLine(Figures.Header);
            var bare = await FloorAsync([], connector, modes[0], load, stop);
            System.Console.WriteLine(bare.Row("floor: bare endpoint, keeps nothing", bare, bare));
            var keeping = await FloorAsync(["--database", Path.Combine(folder.FullName, "floor.db")], connector, modes[0], load, stop);
            System.Console.WriteLine(keeping.Row("floor: group commit and outbox", bare, keeping));

            var database = Path.Combine(folder.FullName, "benchmark.db");
            TimeSpan first;
            await using (var bot = Bot(program, database))
            {
                first = await FirstReplyAsync(bot, connector, modes[0], stop);
                foreach (var mode in modes)
                {
                    System.Console.WriteLine((await MeasureAsync(bot, connector, mode, load, stop)).Row($"bot: {mode.Name}", bare, keeping));
                }
            }

            if (stored > 0)
            {
                await StoredConversations.FillAsync(database, stored, stop);
            }

            await using var again = Bot(program, database);
            var second = await FirstReplyAsync(again, connector, modes[0], stop);
            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"First reply {first.TotalSeconds:0.00} s after the bot's process was started with an empty database, {second.TotalSeconds:0.00} s (CPU {again.Cpu.TotalSeconds:0.00} s, peak {again.PeakBytes / 1e6:0} MB) when it was started again. Load {Busy()} after."));
            if (stored > 0)
            {
                System.Console.WriteLine((await MeasureAsync(again, connector, modes[0], load, stop)).Row(
                    string.Create(CultureInfo.InvariantCulture, $"bot: {modes[0].Name}, {stored:N0} conversations stored"), bare, keeping));
            }

            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<Figures> FloorAsync(string[] arguments, Connector connector, Mode mode, Load load, CancellationToken stop)
    {
        await using var server = ServerProcess.Start(typeof(Comparison).Assembly.Location, ["floor", .. arguments]);
        await server.ListensAsync(stop);
        return await MeasureAsync(server, connector, mode, load, stop);
    }

    private static async Task<TimeSpan> FirstReplyAsync(ServerProcess bot, Connector connector, Mode mode, CancellationToken stop)
    {
        await bot.ListensAsync(stop);
        using var driver = new Driver(bot.Address, connector);
        await driver.TurnAsync(mode, $"first-{Guid.NewGuid():N}", 0, stop);
        return bot.Age;
    }

    private static ServerProcess Bot(string program, string database) => ServerProcess.Start(
        program,
        [],
        ("ASPNETCORE_ENVIRONMENT", "Development"),
        ("DangerouslyAllowAnonymousOnLoopback", "true"),
        ("Logging__LogLevel__Default", "Warning"),
        ("ConnectionStrings__BillingBot", $"Data Source={database}"));

    private static async Task<Figures> MeasureAsync(ServerProcess server, Connector connector, Mode mode, Load load, CancellationToken stop)
    {
        using var driver = new Driver(server.Address, connector);
        await driver.RunAsync(mode, "warm", WarmUp, stop);
        var errors = driver.Errors;
        var (cpu, written, began) = (server.Cpu, server.WrittenBytes, Stopwatch.GetTimestamp());
        var turns = await driver.RunAsync(mode, "run", load, stop);
        return new Figures(
            turns, Stopwatch.GetElapsedTime(began), driver.Errors - errors, server.Cpu - cpu, server.PeakBytes, server.WrittenBytes - written);
    }

    /// <summary>What else the machine does; empty where the system does not tell.</summary>
    private static string Busy() => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "";
}
