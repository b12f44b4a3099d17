using System.Data.Common;
using BillingBot.Cases;
using BillingBot.Console.Identity;
using BillingBot.Knowledge.Staff;
using Microsoft.AspNetCore.Components;

namespace BillingBot.Console;

/// <summary>
/// Shows something of cases that changes by itself: it is read at the start, at each change of any case, and now and then,
/// so that waiting times move and another replica's changes are seen.
/// </summary>
public abstract class LiveComponent : ComponentBase, IDisposable
{
    private static readonly TimeSpan NowAndThen = TimeSpan.FromSeconds(15);
    private readonly CancellationTokenSource _leaving = new();

    protected LiveComponent() => Leaving = _leaving.Token;

    [Inject]
    private CaseFeed Feed { get; set; } = null!;

    [Inject]
    private CurrentStaff Current { get; set; } = null!;

    [Inject]
    private TimeProvider Time { get; set; } = null!;

    /// <summary>Ends with the page.</summary>
    protected CancellationToken Leaving { get; }

    /// <summary>Reads what is shown, as this member of staff may see it.</summary>
    protected abstract Task ReadAsync(StaffUser by);

    protected Task<StaffUser> MeAsync() => Current.GetAsync();

    protected async Task ReadNowAsync()
    {
        await ReadAsync(await Current.GetAsync());
        StateHasChanged();
    }

    protected override async Task OnInitializedAsync()
    {
        var next = Feed.NextAsync();
        await ReadAsync(await Current.GetAsync());
        _ = InvokeAsync(() => FollowAsync(next));
    }

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    protected virtual void Dispose(bool disposing)
    {
        if (disposing)
        {
            _leaving.Cancel();
            _leaving.Dispose();
        }
    }

    private async Task FollowAsync(Task next)
    {
        try
        {
            while (true)
            {
                await Task.WhenAny(next, Task.Delay(NowAndThen, Time, Leaving));
                Leaving.ThrowIfCancellationRequested();
                next = Feed.NextAsync();
                await ReadUnlessAwayAsync();
            }
        }
        catch (OperationCanceledException) when (Leaving.IsCancellationRequested)
        {
            // The page was left.
        }
        catch (Exception failure) when (failure is not OperationCanceledException)
        {
            await DispatchExceptionAsync(failure);
        }
    }

    private async Task ReadUnlessAwayAsync()
    {
        try
        {
            await ReadNowAsync();
        }
        catch (DbException)
        {
            // A database that is away for a moment: what is shown stays, and is read again soon.
        }
    }
}
