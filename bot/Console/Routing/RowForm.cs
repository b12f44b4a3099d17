using BillingBot.Console.Identity;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using BillingBot.Routing;
using Microsoft.AspNetCore.Components;

namespace BillingBot.Console.Routing;

/// <summary>
/// A form for one row of what leads set. When somebody else changed or deleted the row meanwhile, what was typed stays, what is
/// stored now is shown beside it, and whoever types decides.
/// </summary>
public abstract class RowForm<TRow> : ComponentBase
    where TRow : class
{
    private int _version;

    /// <summary>As it is stored now; null for a new one, or one that is gone.</summary>
    [Parameter]
    public TRow? Row { get; set; }

    [Parameter, EditorRequired]
    public RoutingTable Table { get; set; } = null!;

    /// <summary>Has <see cref="Row"/> and <see cref="Table"/> read again.</summary>
    [Parameter]
    public EventCallback Reread { get; set; }

    /// <summary>With what to say; null when nothing was done.</summary>
    [Parameter]
    public EventCallback<string?> Closed { get; set; }

    [Inject]
    private CurrentStaff Current { get; set; } = null!;

    [Inject]
    private protected RoutingWords Routing { get; set; } = null!;

    [Inject]
    private protected StaffLanguage Spoken { get; set; } = null!;

    [Inject]
    private Words<FormWords> Form { get; set; } = null!;

    private protected FieldProblems Problems { get; private set; } = null!;

    private protected bool IsNew { get; private set; }

    /// <summary>Somebody else was faster.</summary>
    private protected bool IsConflict { get; private set; }

    private protected bool IsRefused { get; private set; }

    private protected abstract bool IsDirty { get; }

    /// <summary>Puts a row into the fields; null for empty ones.</summary>
    private protected abstract void Fill(TRow? row);

    /// <param name="version">That was read, or was seen to stand against what is typed.</param>
    private protected abstract Task<RoutingOutcome> StoreAsync(StaffUser by, int version, CancellationToken cancellationToken);

    protected override void OnInitialized()
    {
        Problems = new(Routing, Spoken, GetType().Name);
        IsNew = Row is null;
        TakeTheirs();
    }

    private protected async Task SaveAsync()
    {
        (IsConflict, IsRefused) = (false, false);
        Problems.Show([]);
        switch (await StoreAsync(await Current.GetAsync(), _version, CancellationToken.None))
        {
            case RoutingOutcome.Saved:
                await Closed.InvokeAsync(Form["Saved"]);
                break;
            case RoutingOutcome.Changed or RoutingOutcome.NotFound:
                IsConflict = true;
                await Reread.InvokeAsync();
                break;
            case RoutingOutcome.Invalid(var problems):
                Problems.Show(problems);
                break;
            default:
                IsRefused = true;
                break;
        }
    }

    /// <summary>What is typed stays and the next saving replaces theirs, or adds again what is gone.</summary>
    private protected void KeepMine()
    {
        (IsNew, IsConflict) = (Row is null, false);
        _version = VersionOf(Row);
    }

    private protected void TakeTheirs()
    {
        IsConflict = false;
        _version = VersionOf(Row);
        Problems.Show([]);
        Fill(Row);
    }

    private protected Task CancelAsync() => Closed.InvokeAsync(null);

    private static int VersionOf(TRow? row) => row is IEdited known ? known.Version : 0;
}
