using System.Globalization;

namespace BillingBot.Benchmarks;

/// <summary>One run: the floors, then the bot in each mode, on the same machine one after the other.</summary>
internal static class Comparison
{
    /// <summary>What many stored conversations are compared with.</summary>
    private const int FewStored = 1_000;

    /// <param name="program">The bot's BillingBot.dll.</param>
    /// <param name="load">How much is asked.</param>
    /// <param name="modes">What.</param>
    /// <param name="stored">Conversations that are stored before the first mode is measured once more; zero for none.</param>
    /// <param name="articles">Articles that there are besides the shipped ones when the first mode is measured once more; zero for none.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task<int> RunAsync(string program, Load load, IReadOnlyList<Mode> modes, int stored, int articles, CancellationToken stop)
    {
        var folder = Directory.CreateTempSubdirectory("billingbot-benchmark-");
        try
        {
            await using var connector = await Connector.StartAsync(stop);
            System.Console.WriteLine($"{Environment.ProcessorCount} cores, load {Bench.Busy} before");
            System.Console.WriteLine(Figures.Header);
            var plain = modes.FirstOrDefault(mode => mode.IsPlain) ?? Mode.All[0];
            var bare = await FloorAsync([], connector, plain, load, stop);
            System.Console.WriteLine(bare.Row("floor: bare endpoint, keeps nothing", bare, bare));
            var keeping = await FloorAsync(["--database", Path.Combine(folder.FullName, "floor.db")], connector, plain, load, stop);
            System.Console.WriteLine(keeping.Row("floor: group commit and outbox", bare, keeping));

            var database = Path.Combine(folder.FullName, "benchmark.db");
            TimeSpan first;
            await using (var bot = Bot(program, database))
            {
                first = await Bench.FirstReplyAsync(bot, connector, plain, stop);
                foreach (var mode in modes)
                {
                    System.Console.WriteLine((await Bench.MeasureAsync([bot], connector, mode, load, stop)).Row($"bot: {mode.Name}", bare, keeping));
                }
            }

            await using (var again = Bot(program, database))
            {
                var second = await Bench.FirstReplyAsync(again, connector, plain, stop);
                System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"First reply {first.TotalSeconds:0.00} s after the bot's process was started with an empty database, {second.TotalSeconds:0.00} s (CPU {again.Cpu.TotalSeconds:0.00} s, peak {again.PeakBytes / 1e6:0} MB) when it was started again. Load {Bench.Busy} after."));
            }

            if (stored > 0)
            {
                var few = await StoredAsync(FewStored);
                var many = await StoredAsync(stored);
                System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"CPU a turn with {stored:N0} conversations to that with {FewStored:N0}: {many.CpuEach / few.CpuEach:0.00}. Load {Bench.Busy} after."));
            }

            if (articles > 0)
            {
                var few = await ArticlesAsync(0);
                var many = await ArticlesAsync(articles);
                System.Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                    $"CPU a turn with {articles:N0} articles more to that with the shipped ones: {many.CpuEach / few.CpuEach:0.00}. Load {Bench.Busy} after."));
            }

            return 0;

            async Task<Figures> ArticlesAsync(int count)
            {
                var own = Path.Combine(folder.FullName, string.Create(CultureInfo.InvariantCulture, $"articles-{count}"));
                await MadeArticles.WriteAsync(own, count, stop);
                await using var bot = Bot(program, $"{own}.db", ("Answers__OwnContentFolder", own));
                var took = await Bench.FirstReplyAsync(bot, connector, plain, stop);
                var figures = await Bench.MeasureAsync([bot], connector, modes[0], load, stop);
                System.Console.WriteLine(figures.Row(string.Create(CultureInfo.InvariantCulture, $"bot: {modes[0].Name}, {count:N0} articles more, first reply after {took.TotalSeconds:0.0} s"), bare, keeping));
                return figures;
            }

            async Task<Figures> StoredAsync(int count)
            {
                await StoredConversations.FillAsync(database, count, stop);
                await using var bot = Bot(program, database);
                await Bench.FirstReplyAsync(bot, connector, plain, stop);
                var figures = await Bench.MeasureAsync([bot], connector, modes[0], load, stop);
                System.Console.WriteLine(figures.Row(string.Create(CultureInfo.InvariantCulture, $"bot: {modes[0].Name}, {count:N0} conversations stored"), bare, keeping));
                return figures;
            }
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static ServerProcess Bot(string program, string database, params IEnumerable<(string Key, string Value)> settings) =>
        Bench.Bot(program, [("ConnectionStrings__BillingBot", $"Data Source={database}"), .. settings]);

    private static async Task<Figures> FloorAsync(string[] arguments, Connector connector, Mode mode, Load load, CancellationToken stop)
    {
        await using var server = ServerProcess.Start(typeof(Comparison).Assembly.Location, ["floor", .. arguments]);
        await server.ListensAsync(stop);
        return await Bench.MeasureAsync([server], connector, mode, load, stop);
    }
}
