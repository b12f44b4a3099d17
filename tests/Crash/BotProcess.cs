using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Crash;

/// <summary>The bot as a process of its own, which can be killed like one.</summary>
internal sealed class BotProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>Without articles there is nothing to train, so it starts at once; it answers thanks all the same.</summary>
    private static readonly (string Key, string Value) NoArticles = ("Answers:ContentFolder", "none");

    /// <summary>For a bot that answers from its store; the second one to start need not be trained any more.</summary>
    public static readonly (string Key, string Value)[] WithArticles =
        [("Answers:ContentFolder", "Content"), ("Answers:TrainedFolder", Path.Combine(AppContext.BaseDirectory, "trained"))];

    private readonly Process _process;
    private readonly ConcurrentQueue<string> _words;

    private BotProcess(Process process, Uri address, ConcurrentQueue<string> words) => (_process, Address, _words) = (process, address, words);

    public Uri Address { get; }

    public int Id => _process.Id;

    /// <summary>What it wrote on its console.</summary>
    public string Words => string.Join('\n', _words);

    /// <param name="database">A file, or a database of the tests' PostgreSQL, to go on with after a restart.</param>
    /// <param name="at">The address of one that was killed; null for a free one.</param>
    /// <param name="settings">More of them.</param>
    public static async Task<BotProcess> StartAsync(
        string database, CancellationToken cancellationToken, Uri? at = null, params (string Key, string Value)[] settings)
    {
        var address = at ?? new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var folder = Path.GetDirectoryName(typeof(Program).Assembly.Location)!;
        var start = new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location])
        {
            WorkingDirectory = folder,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment["ASPNETCORE_ENVIRONMENT"] = "Development";
        start.Environment["DangerouslyAllowAnonymousOnLoopback"] = "true";
        start.Environment["Urls"] = address.ToString();
        start.Environment["ASPNETCORE_URLS"] = address.ToString();
        start.Environment["DOTNET_STARTUP_HOOKS"] = typeof(StartupHook).Assembly.Location;
        start.Environment["ASPNETCORE_HOSTINGSTARTUPASSEMBLIES"] = typeof(StaffDoor).Assembly.GetName().Name;
        // It does not live long enough for what the runtime would learn.
        start.Environment["DOTNET_TieredPGO"] = "0";
        start.Environment["Delivery__FirstDelay"] = "00:00:00.05";
        foreach (var (key, value) in TestDatabases.Settings(database).Append(NoArticles).Concat(settings))
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        var process = Process.Start(start)!;
        var words = new ConcurrentQueue<string>();
        process.OutputDataReceived += (_, line) => words.Enqueue(line.Data ?? "");
        process.ErrorDataReceived += (_, line) => words.Enqueue(line.Data ?? "");
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var bot = new BotProcess(process, address, words);
        try
        {
            await bot.WhenReadyAsync(cancellationToken);
            return bot;
        }
        catch
        {
            bot.Dispose();
            throw;
        }
    }

    /// <summary>kill -9.</summary>
    public async Task KillAsync(CancellationToken cancellationToken)
    {
        _process.Kill();
        await _process.WaitForExitAsync(cancellationToken);
    }

    /// <summary>Another signal, by its name.</summary>
    public void Send(string signal)
    {
        using var kill = Process.Start("kill", [$"-{signal}", _process.Id.ToString(CultureInfo.InvariantCulture)]);
        kill.WaitForExit();
    }

    /// <summary>Waits until it has ended of itself.</summary>
    public async Task<int> EndsAsync(CancellationToken cancellationToken)
    {
        await _process.WaitForExitAsync(cancellationToken);
        return _process.ExitCode;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }

    private async Task WhenReadyAsync(CancellationToken cancellationToken)
    {
        using var http = new HttpClient { BaseAddress = Address };
        var patience = Stopwatch.StartNew();
        while (true)
        {
            if (_process.HasExited)
            {
                // Only this waits for its last words too.
                await _process.WaitForExitAsync(cancellationToken);
                Assert.Fail($"The bot ended before it was ready: {Words}");
            }

            Assert.True(patience.Elapsed < Patience, "The bot was not ready in two minutes.");
            try
            {
                using var health = await http.GetAsync("/health/live", cancellationToken);
                if (health.IsSuccessStatusCode)
                {
                    return;
                }
            }
            catch (HttpRequestException)
            {
                // It does not listen yet.
            }

            await Task.Delay(Pause, TimeProvider.System, cancellationToken);
        }
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
