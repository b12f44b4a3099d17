using System.Threading.Channels;

namespace BillingBot.Channels.DirectLine;

/// <summary>The place of one connected client, while it has it.</summary>
internal sealed class OpenStream(long conversationId, OpenStreams streams) : IDisposable
{
    private const int MaximumPassing = 16;
    private readonly CancellationTokenSource _replaced = new();
    private readonly Channel<string> _passing = Channel.CreateBounded<string>(
        new BoundedChannelOptions(MaximumPassing) { FullMode = BoundedChannelFullMode.DropOldest });

    public long ConversationId { get; } = conversationId;

    /// <summary>Another client took the place.</summary>
    public CancellationToken Replaced => _replaced.Token;

    /// <summary>Activities that are shown but not recorded, such as typing.</summary>
    public ChannelReader<string> Passing => _passing.Reader;

    public void Show(string activity) => _passing.Writer.TryWrite(activity);

    public void Replace() => _replaced.Cancel();

    public void Dispose() => streams.Close(this);
}
