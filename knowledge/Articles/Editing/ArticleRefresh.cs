using System.Threading.Channels;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>Asks for the search to be trained again after articles were changed; many requests at once are one training.</summary>
public sealed class ArticleRefresh
{
    private readonly Channel<TaskCompletionSource> _requests = Channel.CreateUnbounded<TaskCompletionSource>();

    /// <returns>Completes when customers get what was committed before the call.</returns>
    public Task RequestAsync()
    {
        var request = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _requests.Writer.TryWrite(request);
        return request.Task;
    }

    /// <returns>All that wait by now; at least one.</returns>
    internal async Task<IReadOnlyList<TaskCompletionSource>> TakeAsync(CancellationToken cancellationToken)
    {
        List<TaskCompletionSource> taken = [await _requests.Reader.ReadAsync(cancellationToken)];
        while (_requests.Reader.TryRead(out var more))
        {
            taken.Add(more);
        }

        return taken;
    }
}
