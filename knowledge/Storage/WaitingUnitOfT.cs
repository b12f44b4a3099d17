namespace BillingBot.Knowledge.Storage;

/// <inheritdoc/>
/// <typeparam name="T">What it results in.</typeparam>
internal sealed class WaitingUnit<T>(Func<BillingDb, CancellationToken, Task<T>> work, CancellationToken cancellationToken) : WaitingUnit
{
    private readonly TaskCompletionSource<T> _done = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The work goes by the caller's culture and so on, not by those of whoever came first.</summary>
    private readonly ExecutionContext? _callers = ExecutionContext.Capture();
    private T _result = default!;

    public Task<T> Done => _done.Task;

    public override bool IsCancelled => cancellationToken.IsCancellationRequested && _done.TrySetCanceled(cancellationToken);

    public override async Task RunAsync(BillingDb db)
    {
        Task<T>? running = null;
        if (_callers is null)
        {
            running = work(db, cancellationToken);
        }
        else
        {
            ExecutionContext.Run(_callers, _ => running = work(db, cancellationToken), null);
        }

        _result = await running!;
    }

    public override void Settle() => _done.TrySetResult(_result);

    public override void Fail(Exception failure)
    {
        if (failure is OperationCanceledException && cancellationToken.IsCancellationRequested)
        {
            _done.TrySetCanceled(cancellationToken);
        }
        else
        {
            _done.TrySetException(failure);
        }
    }
}
