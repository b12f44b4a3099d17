using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace BillingBot.Benchmarks;

/// <summary>A server as a process of its own, so that what it costs can be told from what driving it costs.</summary>
internal sealed class ServerProcess : IAsyncDisposable
{
    private readonly Process _process;

    private readonly long _started = Stopwatch.GetTimestamp();

    private ServerProcess(Process process, Uri address) => (_process, Address) = (process, address);

    public Uri Address { get; }

    /// <summary>Since it was started.</summary>
    public TimeSpan Age => Stopwatch.GetElapsedTime(_started);
    public TimeSpan Cpu { get { _process.Refresh(); return _process.TotalProcessorTime; } }
    public long PeakBytes { get { _process.Refresh(); return _process.PeakWorkingSet64; } }

    /// <summary>What it gave its disk so far; null where the system does not tell.</summary>
    public long? WrittenBytes => File.Exists(Counters)
        ? long.Parse(File.ReadLines(Counters).First(line => line.StartsWith("write_bytes", StringComparison.Ordinal)).Split(' ')[1], CultureInfo.InvariantCulture)
        : null;

    private string Counters => string.Create(CultureInfo.InvariantCulture, $"/proc/{_process.Id}/io");

    /// <param name="assembly">What to run.</param>
    /// <param name="arguments">For it.</param>
    /// <param name="settings">Environment variables.</param>
    public static ServerProcess Start(string assembly, string[] arguments, params (string Key, string Value)[] settings)
    {
        var address = new Uri(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{FreePort()}"));
        var start = new ProcessStartInfo("dotnet", [assembly, .. arguments])
        {
            WorkingDirectory = Path.GetDirectoryName(assembly),
            UseShellExecute = false,
            RedirectStandardOutput = true,
        };
        foreach (var (key, value) in settings.Append(("ASPNETCORE_URLS", address.ToString())))
        {
            start.Environment[key] = value;
        }

        var process = Process.Start(start)!;
        process.OutputDataReceived += static (_, _) => { };
        process.BeginOutputReadLine();
        return new ServerProcess(process, address);
    }

    /// <summary>Waits until it listens.</summary>
    public async Task ListensAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            if (_process.HasExited)
            {
                throw new InvalidOperationException("The server ended before it listened.");
            }

            try
            {
                using var socket = new TcpClient();
                await socket.ConnectAsync(IPAddress.Loopback, Address.Port, cancellationToken);
                return;
            }
            catch (SocketException)
            {
                await Task.Delay(TimeSpan.FromMilliseconds(5), TimeProvider.System, cancellationToken);
            }
        }
    }

    public async ValueTask DisposeAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
