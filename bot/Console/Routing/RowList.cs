using BillingBot.Console.Identity;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using BillingBot.Routing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;

namespace BillingBot.Console.Routing;

/// <summary>A list of rows that leads set, one of which may be open in a form.</summary>
public abstract class RowList : ComponentBase
{
    private const string New = "";
    private bool _focusesHead;

    [Parameter, EditorRequired]
    public RoutingTable Table { get; set; } = null!;

    [Parameter]
    public EventCallback Reread { get; set; }

    [Inject]
    private protected CurrentStaff Current { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private protected RoutingWords Routing { get; set; } = null!;

    [Inject]
    private protected StaffLanguage Spoken { get; set; } = null!;

    [Inject]
    private protected Words<FormWords> Form { get; set; } = null!;

    /// <summary>Heading of the list; it has the focus once a form is closed.</summary>
    private protected ElementReference Head { get; set; }

    /// <summary>Key of the row in the form; empty for a new one, null when none is open.</summary>
    private protected string? Opened { get; private set; }

    private protected string? Done { get; set; }

    private protected IReadOnlyList<string> Wrong { get; private set; } = [];

    private protected void Add() => Edit(New);

    private protected void Edit(string key) => (Opened, Done, Wrong) = (key, null, []);

    private protected async Task ClosedAsync(string? said)
    {
        (Opened, Done, _focusesHead) = (null, said, true);
        await Reread.InvokeAsync();
    }

    private protected async Task DeleteAsync(string name, Func<StaffUser, CancellationToken, Task<RoutingOutcome>> delete)
    {
        if (await ConfirmAsync(Form["DeleteSure", name]))
        {
            await DoAsync(delete, Form["Deleted", name]);
            _focusesHead = true;
        }
    }

    private protected async Task<bool> ConfirmAsync(string question) => await Browser.InvokeAsync<bool>("confirm", question);

    /// <returns>Whether it was done; what became of it is said, and the list read again.</returns>
    private protected async Task<bool> DoAsync(Func<StaffUser, CancellationToken, Task<RoutingOutcome>> work, string done)
    {
        var outcome = await work(await Current.GetAsync(), CancellationToken.None);
        (Done, Wrong) = outcome switch
        {
            RoutingOutcome.Saved => (done, []),
            RoutingOutcome.Changed or RoutingOutcome.NotFound => (null, [Form["ListChanged"]]),
            RoutingOutcome.Invalid(var problems) => (null, problems.Select(problem => Routing.Of(problem, Spoken.Now)).Distinct(StringComparer.Ordinal).ToList()),
            _ => ((string?)null, (IReadOnlyList<string>)[Form["Refused"]]),
        };
        await Reread.InvokeAsync();
        return outcome is RoutingOutcome.Saved;
    }

    protected override async Task OnAfterRenderAsync(bool firstRender)
    {
        if (_focusesHead)
        {
            _focusesHead = false;
            await Head.FocusAsync();
        }
    }
}
