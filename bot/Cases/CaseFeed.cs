using BillingBot.Replicas;

namespace BillingBot.Cases;

/// <summary>
/// Wakes the consoles of all replicas when any case changed. It carries nothing: a console reads the queue, and a case's history by
/// number, so a missed wake-up can never lose one. Messages of a conversation wake through <see cref="Conversation.MessageFeed"/>.
/// </summary>
internal sealed class CaseFeed(OtherReplicas others) : IReplicaListener
{
    private TaskCompletionSource _next = New();

    /// <summary>Completes at the next change. Take it before reading, so that nothing falls between.</summary>
    public Task NextAsync() => Volatile.Read(ref _next).Task;

    public void Publish()
    {
        MayHaveMissed();
        others.Tell(News.Case, "");
    }

    public void Heard(News news, string about)
    {
        if (news == News.Case)
        {
            MayHaveMissed();
        }
    }

    public void MayHaveMissed() => Interlocked.Exchange(ref _next, New()).TrySetResult();

    private static TaskCompletionSource New() => new(TaskCreationOptions.RunContinuationsAsynchronously);
}
