using BillingBot.Knowledge.Conversations;

namespace BillingBot.Conversation;

/// <summary>The requests that wait for one turn, and what they were promised. Whoever uses it has the lock of <see cref="ReplyWaiters"/>.</summary>
internal sealed class ReplyWaiter
{
    public TaskCompletionSource Done { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    public int Requests { get; set; }
    public bool IsPromised { get; set; }
    public bool IsCommitted { get; set; }

    /// <summary>Null until it is claimed.</summary>
    public Claim? Claim { get; set; }

    /// <summary>Null while no request carries anything.</summary>
    public Hold? Hold { get; set; }

    /// <summary>What one of the requests has brought to its caller.</summary>
    public IReadOnlyList<Message> Taken { get; set; } = [];

    /// <summary>Nobody waits, and no turn is about to commit on a promise.</summary>
    public bool IsOver => Requests == 0 && (IsCommitted || !IsPromised);
}
