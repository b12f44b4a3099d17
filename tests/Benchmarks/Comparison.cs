using System.Diagnostics;
using System.Globalization;

namespace BillingBot.Benchmarks;

/// <summary>One run: the floor, then the bot in each mode, on the same machine one after the other.</summary>
internal static class Comparison
{
    private static readonly Load WarmUp = new(16, TimeSpan.FromSeconds(5), 3_000);

    public static async Task<int> RunAsync(Load load, IReadOnlyList<Mode> modes, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("billingbot-benchmark-");
        try
        {
            await using var connector = await Connector.StartAsync(stop);
            System.Console.WriteLine(Figures.Header);
            Figures floor;
            await using (var server = ServerProcess.Start(typeof(Comparison).Assembly.Location, ["floor"]))
            {
                await server.ListensAsync(stop);
                floor = await MeasureAsync(server, connector, modes[0], load, stop);
                System.Console.WriteLine(floor.Row("bare endpoint, commits nothing (the floor)", floor));
            }

            var began = Stopwatch.GetTimestamp();
            await using var bot = Bot(Path.Combine(folder.FullName, "benchmark.db"));
            await bot.ListensAsync(stop);
            using (var first = new Driver(bot.Address, connector))
            {
                await first.TurnAsync(modes[0], "first", 0, stop);
            }

            var cold = Stopwatch.GetElapsedTime(began);
            foreach (var mode in modes)
            {
                System.Console.WriteLine((await MeasureAsync(bot, connector, mode, load, stop)).Row($"bot: {mode.Name}", floor));
            }

            System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"First reply {cold.TotalSeconds:0.00} s after the bot's process was started with an empty database."));
            return 0;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ServerProcess Bot(string database) => ServerProcess.Start(
        Path.Combine(AppContext.BaseDirectory, "BillingBot.dll"),
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
}
