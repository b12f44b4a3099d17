using System.Net.WebSockets;
using BillingBot.Channels.DirectLine;
using BillingBot.Tests.Host;
using Microsoft.Data.Sqlite;
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
    public async Task What_will_not_pass_ends_the_stream_instead_of_hanging_it()
    {
        using var socket = new SlowSocket();
        using var place = new OpenStreams(NoOtherReplicas.Instance).Open(1);
        var connection = new StreamConnection(socket, place, new DirectLineOptions(), new FakeTimeProvider(), CancellationToken.None);
        await Assert.ThrowsAsync<InvalidDataException>(() => connection.RunAsync(
            Watermark.Start, _ => throw new InvalidDataException(), () => Task.CompletedTask));
        Assert.Equal(WebSocketState.Aborted, socket.State);
    }

    [Fact]
    public async Task A_database_that_is_away_is_waited_for()
    {
        const int Busy = 5;
        var (time, reads, confirmations) = (new FakeTimeProvider(), 0, 0);
        using var socket = new SlowSocket();
        using var place = new OpenStreams(NoOtherReplicas.Instance).Open(1);
        var connection = new StreamConnection(socket, place, new DirectLineOptions(), time, CancellationToken.None);
        var running = connection.RunAsync(
            Watermark.Start,
            _ => ++reads < 3 ? throw new SqliteException("away", Busy) : Task.FromResult(new ActivityPage("{}"u8.ToArray(), Watermark: 1, Count: 1)),
            () => Task.CompletedTask,
            _ => ++confirmations < 2 ? throw new SqliteException("away", Busy) : Task.CompletedTask);
        for (var passed = 0; passed < 10 && !socket.Sending.IsCompleted; passed++)
        {
            Assert.False(running.IsCompleted);
            time.Advance(TimeSpan.FromSeconds(1));
            await Task.WhenAny(socket.Sending, Task.Delay(TimeSpan.FromMilliseconds(20), TimeProvider.System, TestContext.Current.CancellationToken));
        }

        Assert.True(socket.Sending.IsCompletedSuccessfully);
        time.Advance(TimeSpan.FromSeconds(11));
        await running.WaitAsync(TestContext.Current.CancellationToken);
    }
}
