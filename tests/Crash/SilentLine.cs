using System.Net.Sockets;

namespace BillingBot.Tests.Crash;

/// <summary>
/// A line to a PostgreSQL that can fall silent: connections stay open, new ones are taken, and nothing is heard from
/// either side, as in a network that drops everything. What was said meanwhile arrives when it is not silent any more.
/// </summary>
internal sealed class SilentLine : IDisposable
{
    private const string SocketName = ".s.PGSQL.5432";
    private readonly string _server;
    private readonly Socket _listening = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
    private TaskCompletionSource _speaks = new();

    /// <param name="server">The folder of the server's socket.</param>
    public SilentLine(string server)
    {
        _server = Path.Combine(server, SocketName);
        _speaks.SetResult();
        _listening.Bind(new UnixDomainSocketEndPoint(Path.Combine(Folder, SocketName)));
        _listening.Listen(200);
        _ = ConnectAsync();
    }

    /// <summary>To be given to Npgsql as the host.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("billingbot-line-").FullName;

    public void FallSilent() => _speaks = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public void Speak() => _speaks.TrySetResult();

    public void Dispose()
    {
        _listening.Dispose();
        Speak();
        Directory.Delete(Folder, recursive: true);
    }

    private async Task ConnectAsync()
    {
        try
        {
            while (true)
            {
                _ = CarryAsync(await _listening.AcceptAsync());
            }
        }
        catch (Exception closed) when (closed is SocketException or ObjectDisposedException)
        {
            // The end of the test.
        }
    }

    private async Task CarryAsync(Socket client)
    {
        using var near = client;
        using var far = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        try
        {
            await _speaks.Task;
            await far.ConnectAsync(new UnixDomainSocketEndPoint(_server));
            await await Task.WhenAny(CarryAsync(near, far), CarryAsync(far, near));
        }
        catch (SocketException)
        {
            // Either side broke off; then the other is too.
        }
    }

    private async Task CarryAsync(Socket from, Socket to)
    {
        var buffer = new byte[16 * 1024];
        while (await from.ReceiveAsync(buffer) is > 0 and var length)
        {
            await _speaks.Task;
            await to.SendAsync(buffer.AsMemory(0, length));
        }

        await _speaks.Task;
    }
}
