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
    private readonly Dictionary<long, string?> numbers = [];
    private readonly Dictionary<long, RequestState> states = [];
    private IReadOnlyList<EscalationView> requests = [];
    private IReadOnlyList<string> problems = [];
    private Escalation? draft;
    private long? copied;
    private int version = -1;

    [CascadingParameter]
    private CaseWorkplace Page { get; set; } = null!;

    private string Reservations
    {
        get => string.Join('\n', draft!.ReservationIds);
        set => draft!.ReservationIds = [.. value.Split(['\n', ',', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
    }

    /// <summary>Microsoft's dates are UTC, so that is what is typed.</summary>
    private DateTime? From
    {
        get => draft!.IncidentFrom?.ToDateTimeUtc();
        set => draft!.IncidentFrom = Utc(value);
    }

    private DateTime? Until
    {
        get => draft!.IncidentUntil?.ToDateTimeUtc();
        set => draft!.IncidentUntil = Utc(value);
    }

    protected override async Task OnParametersSetAsync()
    {
        if (version != Page.Case.Version)
        {
            version = Page.Case.Version;
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
        requests = await Desk.OfCaseAsync(await Page.WhoAsync(), Page.Number, Page.Closed) ?? [];
        foreach (var request in requests.Select(view => view.Escalation))
        {
            numbers.TryAdd(request.Id, request.RequestNumber);
            states.TryAdd(request.Id, request.State == RequestState.None ? RequestState.Open : request.State);
        }
    }

    private async Task BeginAsync() => (problems, draft) = ([], await Desk.BeginAsync(await Page.WhoAsync(), Page.Number, Page.Closed));

    private void Edit(Escalation request) => (problems, draft) = ([], request);

    private async Task SaveAsync()
    {
        if (await SettleAsync(await Desk.SaveAsync(await Page.WhoAsync(), draft!, Page.Closed)))
        {
            draft = null;
        }
    }

    private async Task NoteAsync(EscalationView request) => await SettleAsync(await Desk.NoteStateAsync(
        await Page.WhoAsync(), request.Escalation.Id, request.Escalation.Version, numbers[request.Escalation.Id] ?? "", states[request.Escalation.Id], Page.Closed));

    private async Task<bool> SettleAsync(RoutingOutcome outcome)
    {
        problems = outcome switch
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
        copied = await (await Page.Script).InvokeAsync<bool>("copy", Page.Closed, Text(request)) ? request.Escalation.Id : null;

    /// <summary>Microsoft is written to in English.</summary>
    private string Text(EscalationView request) => Packet.Write(
        request.Escalation, Page.View.Customer?.Customer.Name, RoutingRecord.FromJson(Page.Case.Routing), contract: null, Language.English);
}
