using System.Net.WebSockets;
using BillingBot.Channels.DirectLine;
using BillingBot.Tests.Host;
using Microsoft.Extensions.Time.Testing;

namespace BillingBot.Tests.Channels.DirectLine;

public sealed class SlowClientTests
{
    [Fact]
    public async Task A_client_that_takes_nothing_is_dropped_after_the_send_timeout()
    {
        var time = new FakeTimeProvider();
        using var socket = new SlowSocket();
        using var place = new OpenStreams(NoOtherReplicas.Instance).Open(1);
        var connection = new StreamConnection(socket, place, new DirectLineOptions(), time, CancellationToken.None);
        var running = connection.RunAsync(
            Watermark.Start,
            _ => Task.FromResult(new ActivityPage("{}"u8.ToArray(), Watermark: 1, Count: 1)),
            () => Task.CompletedTask);
        await socket.Sending.WaitAsync(TestContext.Current.CancellationToken);
        time.Advance(TimeSpan.FromSeconds(9));
        Assert.False(running.IsCompleted);
        time.Advance(TimeSpan.FromSeconds(2));
        await running.WaitAsync(TestContext.Current.CancellationToken);
        Assert.Equal(WebSocketState.Aborted, socket.State);
    }

    [Fact]
    public async Task A_database_that_is_away_ends_the_stream_instead_of_hanging_it()
    {
        using var socket = new SlowSocket();
        using var place = new OpenStreams(NoOtherReplicas.Instance).Open(1);
        var connection = new StreamConnection(socket, place, new DirectLineOptions(), new FakeTimeProvider(), CancellationToken.None);
        await Assert.ThrowsAsync<InvalidDataException>(() => connection.RunAsync(
            Watermark.Start, _ => throw new InvalidDataException(), () => Task.CompletedTask));
        Assert.Equal(WebSocketState.Aborted, socket.State);
    }
}
