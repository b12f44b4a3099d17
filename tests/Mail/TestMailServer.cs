using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Threading.Channels;
using MimeKit;
using SmtpServer;
using SmtpServer.ComponentModel;
using SmtpServer.Protocol;
using SmtpServer.Storage;

namespace BillingBot.Tests.Mail;

/// <summary>A real SMTP server in this process: keeps what it is given, and refuses as it is told.</summary>
internal sealed class TestMailServer : MessageStore, IAsyncDisposable
{
    private readonly Channel<MimeMessage> _received = Channel.CreateUnbounded<MimeMessage>();
    private readonly CancellationTokenSource _stop = new();
    private readonly Task _running;

    public TestMailServer()
    {
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }

        var services = new ServiceProvider();
        services.Add(this);
        var options = new SmtpServerOptionsBuilder().ServerName("localhost")
            .Endpoint(endpoint => endpoint.Endpoint(new IPEndPoint(IPAddress.Loopback, Port))).Build();
        _running = new SmtpServer.SmtpServer(options, services).StartAsync(_stop.Token);
    }

    public int Port { get; }

    /// <summary>Answers to the next messages, in order; then every message is taken.</summary>
    public ConcurrentQueue<SmtpResponse> Refusals { get; } = new();

    public (string Key, string? Value)[] Settings =>
    [
        ("Mail:Host", "127.0.0.1"),
        ("Mail:Port", $"{Port}"),
        ("Mail:Security", "None"),
        ("Mail:From", "billing@northwind.example"),
    ];

    public async Task<MimeMessage> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        return await _received.Reader.ReadAsync(patience.Token);
    }

    public int Waiting => _received.Reader.Count;

    public override async Task<SmtpResponse> SaveAsync(
        ISessionContext context, IMessageTransaction transaction, ReadOnlySequence<byte> buffer, CancellationToken cancellationToken)
    {
        if (Refusals.TryDequeue(out var refusal))
        {
            return refusal;
        }

        using var bytes = new MemoryStream(buffer.ToArray());
        await _received.Writer.WriteAsync(await MimeMessage.LoadAsync(bytes, cancellationToken), cancellationToken);
        return SmtpResponse.Ok;
    }

    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync();
        await _running;
        _stop.Dispose();
    }
}
