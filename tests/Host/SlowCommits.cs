using System.Data.Common;
using BillingBot.Conversation;
using BillingBot.Knowledge.Conversations;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace BillingBot.Tests.Host;

/// <summary>The commit of the next turn takes as long as the test wants.</summary>
internal sealed class SlowCommits : DbTransactionInterceptor, ITurnObserver
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _end = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private int _turns;

    /// <summary>The turn is at its commit.</summary>
    public Task Reached => _reached.Task.WaitAsync(TimeSpan.FromSeconds(20), TimeProvider.System);

    public void End() => _end.SetResult();

    public void Started(WorkItem item) => Interlocked.Increment(ref _turns);

    public void Committed(WorkItem item, CommittedTurn turn)
    {
    }

    public override async ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        if (Volatile.Read(ref _turns) == 1 && _reached.TrySetResult())
        {
            await _end.Task.WaitAsync(TimeSpan.FromSeconds(30), TimeProvider.System, CancellationToken.None);
        }

        return result;
    }
}
