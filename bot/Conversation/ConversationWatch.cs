namespace BillingBot.Conversation;

/// <summary>Somebody who is woken when something new is committed in a conversation, as long as they watch.</summary>
internal sealed class ConversationWatch(long conversationId, MessageFeed feed) : IDisposable
{
    private TaskCompletionSource _next = Next();

    public long ConversationId => conversationId;

    /// <summary>Completes at the next commit. Take it before reading, so that nothing falls between.</summary>
    public Task NextAsync() => Volatile.Read(ref _next).Task;

    public void Wake() => Interlocked.Exchange(ref _next, Next()).TrySetResult();

    public void Dispose() => feed.End(this);

    private static TaskCompletionSource Next() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
