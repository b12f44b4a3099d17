using System.Diagnostics;

namespace BillingBot.Benchmarks;

/// <summary>Starts what is measured, and measures it.</summary>
internal static class Bench
{
    private static readonly Load WarmUp = new(16, TimeSpan.FromSeconds(5), 10_000);

    /// <summary>What else the machine does; empty where the system does not tell.</summary>
    public static string Busy => File.Exists("/proc/loadavg") ? File.ReadAllText("/proc/loadavg").Split(' ')[0] : "";

    /// <param name="program">The bot's BillingBot.dll.</param>
    /// <param name="database">Settings.</param>
    public static ServerProcess Bot(string program, params IEnumerable<(string Key, string Value)> database) => ServerProcess.Start(
        program,
        [],
        [
            ("ASPNETCORE_ENVIRONMENT", "Development"),
            ("DangerouslyAllowAnonymousOnLoopback", "true"),
            ("Logging__LogLevel__Default", "Warning"),
            ("DirectLine__Secret", SocketTalk.Secret),
            ("DOTNET_STARTUP_HOOKS", typeof(Bench).Assembly.Location),
            ("ASPNETCORE_HOSTINGSTARTUPASSEMBLIES", typeof(Bench).Assembly.GetName().Name!),
            .. database,
        ]);

    /// <summary>A bot that was just started answers.</summary>
    /// <returns>From the start of its process.</returns>
    public static async Task<TimeSpan> FirstReplyAsync(ServerProcess bot, Connector connector, Mode mode, CancellationToken stop)
    {
        await bot.ListensAsync(stop);
        using var talk = new ConnectorTalk(mode, [bot.Address], connector);
        await talk.TurnAsync($"first-{Guid.NewGuid():N}", 0, stop);
        return bot.Age;
    }

    public static async Task<Figures> MeasureAsync(
        IReadOnlyList<ServerProcess> servers, Connector connector, Mode mode, Load load, CancellationToken stop)
    {
        using var talk = mode.TalkTo([.. servers.Select(server => server.Address)], connector);
        var driver = new Driver(talk);
        var run = $"{mode.Name}-{Guid.NewGuid():N}";
        await driver.RunAsync($"warm-{run}", WarmUp, () => { }, stop);
        var (errors, cpu, written, began) = (0, TimeSpan.Zero, 0L, 0L);
        var turns = await driver.RunAsync(
            run, load, () => (errors, cpu, written, began) = (driver.Errors, Cpu(servers), Written(servers), Stopwatch.GetTimestamp()), stop);
        return new Figures(
            turns, Stopwatch.GetElapsedTime(began), driver.Errors - errors, Cpu(servers) - cpu, servers.Sum(server => server.PeakBytes), Written(servers) - written);
    }

    private static TimeSpan Cpu(IEnumerable<ServerProcess> servers) => servers.Aggregate(TimeSpan.Zero, (sum, server) => sum + server.Cpu);

    private static long Written(IEnumerable<ServerProcess> servers) => servers.Sum(server => server.WrittenBytes ?? 0);
}
