using BillingBot.Cases;
using BillingBot.Console.Cases;
using BillingBot.Console.Layout;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.AspNetCore.Components;

namespace BillingBot.Console.Queue;

/// <summary>The list of cases. What it is narrowed to stands in its address, so that it outlives a reload.</summary>
public sealed partial class QueuePage
{
    private const int Page = 50;
    private static readonly CaseListing.Shown Nothing = new([], 0, new Dictionary<CaseScope, int>());
    private CaseListing.Shown _shown = Nothing;
    private IReadOnlyList<SupportQueue> _queues = [];
    private StaffUser? _me;
    private string? _refusal;
    private int _take = Page;
    private string? _read;

    [SupplyParameterFromQuery(Name = "view")]
    public string? View { get; set; }

    [SupplyParameterFromQuery(Name = "class")]
    public string? Class { get; set; }

    [SupplyParameterFromQuery(Name = "queue")]
    public string? Queue { get; set; }

    [SupplyParameterFromQuery(Name = "search")]
    public string? Search { get; set; }

    [Inject]
    private CaseQueue Cases { get; set; } = null!;

    [Inject]
    private CaseDesk Desk { get; set; } = null!;

    [Inject]
    private CaseChoices Choices { get; set; } = null!;

    [Inject]
    private Availability Availability { get; set; } = null!;

    [Inject]
    private NavigationManager Navigation { get; set; } = null!;

    private CaseScope Scope => Enum.TryParse<CaseScope>(View, out var scope) && Enum.IsDefined(scope) ? scope : CaseScope.Open;

    private Classification? Kind => Enum.TryParse<Classification>(Class, out var kind) && Enum.IsDefined(kind) ? kind : null;

    private bool IsNarrowed => Kind is not null || !string.IsNullOrEmpty(Queue) || !string.IsNullOrWhiteSpace(Search);

    private int Unclaimed => Counts(CaseScope.Unclaimed);

    protected override async Task OnInitializedAsync()
    {
        _queues = (await Choices.TableAsync(await MeAsync(), Leaving))?.Queues ?? [];
        await base.OnInitializedAsync();
    }

    protected override async Task OnParametersSetAsync()
    {
        // The first reading is the base's.
        if (_read is not null && _read != Narrowed())
        {
            (_take, _refusal) = (Page, null);
            await ReadNowAsync();
        }
    }

    protected override async Task ReadAsync(StaffUser by)
    {
        (_me, _read) = (by, Narrowed());
        var filter = new CaseFilter(Scope) { Classification = Kind, Queue = Queue, Search = Search, Take = _take };
        _shown = await Cases.ReadAsync(by, filter, Leaving) as CaseListing.Shown ?? Nothing;
        if (Availability.IsAvailable)
        {
            await Desk.SeenAsync(by, [.. _shown.Rows.Select(row => row.Case).Where(known => known.ToldAt is null).Select(known => known.Id)], Leaving);
        }
    }

    private async Task ClaimAsync(long id)
    {
        switch (await Desk.ClaimAsync(await MeAsync(), id, Leaving))
        {
            case CaseOutcome.Done:
                Navigation.NavigateTo($"{ConsolePaths.Cases}/{id}");
                break;
            case CaseOutcome.OwnedBy(var name):
                _refusal = Say["TakenBy", id, name];
                await ReadNowAsync();
                break;
            default:
                _refusal = Say["NotNow", id];
                await ReadNowAsync();
                break;
        }
    }

    private async Task MoreAsync()
    {
        _take += Page;
        await ReadNowAsync();
    }

    private void Narrow(string? value, string what) => Navigation.NavigateTo(
        what switch
        {
            nameof(View) => Address(value, Class, Queue, Search),
            nameof(Class) => Address(View, value, Queue, Search),
            nameof(Queue) => Address(View, Class, value, Search),
            _ => Address(View, Class, Queue, value),
        },
        replace: true);

    private string Address(string? view, string? kind, string? queue, string? search) => Navigation.GetUriWithQueryParameters(
        ConsolePaths.Queue,
        new Dictionary<string, object?>(StringComparer.Ordinal)
        {
            ["view"] = view == nameof(CaseScope.Open) ? null : view,
            ["class"] = string.IsNullOrEmpty(kind) ? null : kind,
            ["queue"] = string.IsNullOrEmpty(queue) ? null : queue,
            ["search"] = string.IsNullOrWhiteSpace(search) ? null : search,
        });

    private string Narrowed() => string.Join('\n', View, Class, Queue, Search);

    private int Counts(CaseScope scope) => _shown.Counts.GetValueOrDefault(scope);

    private string QueueName(string id) => _queues.FirstOrDefault(queue => queue.Id == id) is { } queue ? Names.Of(queue) : id;

    /// <summary>The person at the customer, and the language they are to be answered in.</summary>
    private string Detail(CaseRow row) => string.Join(
        " · ",
        new[] { row.CustomerName is null ? null : row.PersonName ?? row.Case.SenderName, Say[row.Case.Language == "ja" ? "InJapanese" : "InEnglish"] }
            .Where(part => part is not null));

    private string Waiting(CaseRow row) => row.Case.Status switch
    {
        CaseStatus.Resolved => Say["ResolvedAgo", Times.Since(row.WaitingSince), Names.Of(row.Case.Resolution ?? Resolution.Solved)],
        CaseStatus.AwaitingCustomer => Say["CustomerFor", Times.Since(row.WaitingSince)],
        _ => Times.Since(row.WaitingSince),
    };

    private string Owner(Case known) => known switch
    {
        { OwnerId: { } owner } when owner == _me?.Id => Say["You"],
        _ => known.OwnerName ?? "",
    };

    private static string Promise(SlaPosition sla) => sla.IsPaused && sla.State != SlaState.Breached ? "" : sla.State.ToString().ToLowerInvariant();

    private static string Heat(CaseRow row) => row.Case.IsOpen && row.Sla.State == SlaState.Breached || row.Case is { IsOpen: true, Urgency: Urgency.Critical } ? "hot" : "";
}
