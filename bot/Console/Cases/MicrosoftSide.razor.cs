using BillingBot.Conversation;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using Microsoft.AspNetCore.Components;
using Microsoft.JSInterop;
using NodaTime;

namespace BillingBot.Console.Cases;

/// <summary>Requests to Microsoft about a case: what is still missing, the text to file, and what Microsoft says.</summary>
public sealed partial class MicrosoftSide
{
    private readonly Dictionary<long, string?> _numbers = [];
    private readonly Dictionary<long, RequestState> _states = [];
    private IReadOnlyList<EscalationView> _requests = [];
    private IReadOnlyList<string> _problems = [];
    private Escalation? _draft;
    private long? _copied;
    private int _version = -1;

    [CascadingParameter]
    private CaseWorkplace Page { get; set; } = null!;

    private string Reservations
    {
        get => string.Join('\n', _draft!.ReservationIds);
        set => _draft!.ReservationIds = [.. value.Split(['\n', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>Microsoft's dates are UTC, so that is what is typed.</summary>
    private DateTime? From
    {
        get => _draft!.IncidentFrom?.ToDateTimeUtc();
        set => _draft!.IncidentFrom = Utc(value);
    }

    private DateTime? Until
    {
        get => _draft!.IncidentUntil?.ToDateTimeUtc();
        set => _draft!.IncidentUntil = Utc(value);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (_version != Page.Case.Version)
        {
            _version = Page.Case.Version;
            await ReadAsync();
        }
    }

    private static Instant? Utc(DateTime? typed) => typed is { } at ? Instant.FromDateTimeUtc(DateTime.SpecifyKind(at, DateTimeKind.Utc)) : null;

    private static string StateTone(RequestState state) => state switch
    {
        RequestState.AttentionNeeded => "bad",
        RequestState.Open => "info",
        RequestState.Closed => "good",
        _ => "",
    };

    private async Task ReadAsync()
    {
        _requests = await Desk.OfCaseAsync(await Page.WhoAsync(), Page.Number, Page.Closed) ?? [];
        foreach (var request in _requests.Select(view => view.Escalation))
        {
            _numbers.TryAdd(request.Id, request.RequestNumber);
            _states.TryAdd(request.Id, request.State == RequestState.None ? RequestState.Open : request.State);
        }
    }

    private async Task BeginAsync() => (_problems, _draft) = ([], await Desk.BeginAsync(await Page.WhoAsync(), Page.Number, Page.Closed));

    private void Edit(Escalation request) => (_problems, _draft) = ([], request);

    private async Task SaveAsync()
    {
        if (await SettleAsync(await Desk.SaveAsync(await Page.WhoAsync(), _draft!, Page.Closed)))
        {
            _draft = null;
        }
    }

    private async Task NoteAsync(EscalationView request) => await SettleAsync(await Desk.NoteStateAsync(
        await Page.WhoAsync(), request.Escalation.Id, request.Escalation.Version, _numbers[request.Escalation.Id] ?? "", _states[request.Escalation.Id], Page.Closed));

    private async Task<bool> SettleAsync(RoutingOutcome outcome)
    {
        _problems = outcome switch
        {
            RoutingOutcome.Saved => [],
            RoutingOutcome.Invalid(var wrong) => [.. wrong.Select(problem => Routing.Of(problem, Spoken.Now))],
            RoutingOutcome.Forbidden(var role) => [Say["Forbidden", Names.Of(role)]],
            _ => [Say["Changed"]],
        };
        if (outcome is RoutingOutcome.Invalid)
        {
            return false;
        }

        await ReadAsync();
        return outcome is RoutingOutcome.Saved;
    }

    private async Task CopyAsync(EscalationView request) =>
        _copied = await (await Page.Script).InvokeAsync<bool>("copy", Page.Closed, Text(request)) ? request.Escalation.Id : null;

    /// <summary>Microsoft is written to in English.</summary>
    private string Text(EscalationView request) => Packet.Write(
        request.Escalation, Page.View.Customer?.Customer.Name, RoutingRecord.FromJson(Page.Case.Routing), request.Contract, Language.English);
}
