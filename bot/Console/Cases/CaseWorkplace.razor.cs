using BillingBot.Cases;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BillingBot.Console.Cases;

/// <summary>The page of one case: what is known of it, who looks, and the way to every action. Its parts take it from the cascade.</summary>
public sealed partial class CaseWorkplace : IAsyncDisposable
{
    private static readonly string[] Views = ["talk", "customer", "case"];
    private readonly CancellationTokenSource _closed = new();
    private readonly TaskCompletionSource<IJSObjectReference> _module = new();
    private ElementReference _root;
    private string _view = "talk";
    private string _announced = "";
    private long _lastAnnounced = -1;
    private bool _trouble;

    public CaseWorkplace() => Closed = _closed.Token;

    [Parameter]
    [EditorRequired]
    public long Number { get; set; }

    /// <summary>The page is gone. Taken while its source lives: parts may end later than the page.</summary>
    internal CancellationToken Closed { get; }
    internal CaseScreen Data => Screen;
    internal StaffUser? Me { get; private set; }

    /// <summary>Only for parts that are shown once the case was read.</summary>
    internal CaseView View => Screen.View!;
    internal Case Case => View.Case;
    internal bool IsMine => Case.IsOpen && Case.OwnerId == Me?.Id;

    /// <summary>May do what the owner may, except speak for them.</summary>
    internal bool MaySteer => IsMine || (Case.IsOpen && Me?.Is(StaffRole.Lead) == true);

    /// <summary>The page's script.</summary>
    internal Task<IJSObjectReference> Script => _module.Task;

    /// <summary>Does something as whoever looks, and shows what came of it.</summary>
    /// <returns>Why it was refused; null when it was done.</returns>
    internal async Task<string?> ActAsync(Func<StaffUser, CancellationToken, Task<CaseOutcome>> action)
    {
        var outcome = await action(await WhoAsync(), Closed);
        await Screen.ReadAsync(Number, await WhoAsync(), Closed);
        Changed();
        return Names.Refusal(outcome);
    }

    internal async Task<StaffUser> WhoAsync() => Me = await Current.GetAsync();

    /// <summary>Another view of a narrow window.</summary>
    internal void Turn(string to)
    {
        _view = to;
        StateHasChanged();
    }

    protected override void OnInitialized() => _ = FollowAsync();

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (firstRender)
        {
            var module = await Js.InvokeAsync<IJSObjectReference>("import", Closed, $"./{Assets["console/case.js"]}");
            await module.InvokeVoidAsync("shortcuts", Closed, _root);
            _module.SetResult(module);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _closed.CancelAsync();
        _closed.Dispose();
        try
        {
            if (_module.Task.IsCompletedSuccessfully)
            {
                await (await _module.Task).DisposeAsync();
            }
        }
        catch (JSDisconnectedException)
        {
            // The browser is gone, and the script with it.
        }
    }

    private async Task FollowAsync()
    {
        try
        {
            await Screen.FollowAsync(Number, WhoAsync, Changed, Failed, Closed);
        }
        catch (OperationCanceledException)
        {
            // The page was closed.
        }
        catch (Exception exception)
        {
            await DispatchExceptionAsync(exception);
        }
    }

    private void Changed()
    {
        _trouble = false;
        Announce();
        StateHasChanged();
    }

    private void Failed(Exception exception)
    {
        Log.LogWarning(exception, "Case {Number} could not be read for an open page; it is tried again.", Number);
        _trouble = true;
        StateHasChanged();
    }

    /// <summary>Screen readers hear what the customer says from now on.</summary>
    private void Announce()
    {
        var said = Screen.Lines.Where(line => line.By == Speaker.Customer && line.Sequence > _lastAnnounced && line.Text.Length > 0).ToList();
        if (_lastAnnounced >= 0 && said.Count > 0)
        {
            _announced = string.Join(' ', said.Select(line => Say["CustomerSaid", line.Name ?? Say["Customer"], line.Text]));
        }

        _lastAnnounced = Screen.Lines.LastOrDefault()?.Sequence ?? 0;
    }
}
