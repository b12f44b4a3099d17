using BillingBot.Cases;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Escalations;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Routing;

namespace BillingBot.Console.Cases;

/// <summary>What things of cases are called, and what became of an action, in the language of whoever looks.</summary>
internal sealed class CaseNames(Words<CaseNames> say, RoutingWords routing, StaffLanguage spoken, Moments times)
{
    /// <summary>What a case's history says became of it at a provider.</summary>
    private static readonly HashSet<string> Providers = new([.. Enum.GetNames<ProviderState>(), "sent", "failed"], StringComparer.Ordinal);

    /// <summary>Whom a line of the list is about.</summary>
    public string Of(CaseRow row) => row.CustomerName ?? row.PersonName ?? row.Case.SenderName ?? say["Guest"];

    public string Of(CaseStatus status) => say[$"Status_{status}"];

    public string Of(Urgency urgency) => routing.Of(urgency, spoken.Now);

    /// <summary>The same where nothing beside it says that it is one.</summary>
    public string Tag(Urgency urgency) => say["Urgent", Of(urgency)];

    public string Of(Classification classification) => say[$"Classification_{classification}"];

    public string Of(Product product) => say[$"Product_{product}"];

    public string Of(Resolution resolution) => say[$"Resolution_{resolution}"];

    public string Of(CaseReason reason) => say[$"Reason_{reason}"];

    public string Of(CaseEventKind kind) => say[$"Event_{kind}"];

    public string Of(StaffRole role) => say[$"Role_{role}"];

    public string Of(SupportQueue queue) => queue.NameIn(spoken.Now.Code);

    public string Language(string code) => routing.LanguageName(code == "ja" ? code : "en", spoken.Now);

    /// <summary>Where it stands against its promise, with the time that counts.</summary>
    public string Of(SlaPosition sla) => sla switch
    {
        { State: SlaState.None } => say["Sla_None"],
        { State: SlaState.Breached, DueAt: { } due } => say[sla.IsFirstReply ? "Sla_FirstOverdue" : "Sla_SolutionOverdue", times.Moment(due)],
        { State: SlaState.Breached } => say["Sla_Missed"],
        { IsPaused: true } or { DueAt: null } => say["Sla_Paused"],
        { State: SlaState.Soon, DueAt: { } due } => say[sla.IsFirstReply ? "Sla_FirstSoon" : "Sla_SolutionSoon", times.Moment(due)],
        { DueAt: { } due } => say[sla.IsFirstReply ? "Sla_First" : "Sla_Solution", times.Moment(due)],
    };

    /// <summary>The same for a list, where the time that it is overdue by counts. Nothing for a closed case.</summary>
    public string Brief(SlaPosition sla, Case known) => sla switch
    {
        _ when !known.IsOpen => "",
        { State: SlaState.None } => say["Brief_None"],
        { State: SlaState.Breached, DueAt: { } due } => say[sla.IsFirstReply ? "Brief_FirstOverdue" : "Brief_Overdue", times.Since(due)],
        { State: SlaState.Breached } => say["Brief_Missed"],
        { IsPaused: true } or { DueAt: null } => say["Brief_Paused"],
        { DueAt: { } due } => say[sla.IsFirstReply ? "Brief_First" : "Brief_Solution", times.Moment(due)],
    };

    /// <summary>What stands with an event: names of values in the reader's language, people's own words as they are.</summary>
    /// <param name="table">For the names of queues and providers; null while it is not read.</param>
    public string? Text(CaseEvent happened, RoutingTable? table) => happened switch
    {
        { Kind: CaseEventKind.Moved } => null,
        { Kind: CaseEventKind.Routed, Text: { } text } when table is not null => Routed(text, table),
        { Kind: CaseEventKind.Transferred or CaseEventKind.Released, Text: { } text } =>
            First(text, name => table?.Queue(name) is { } queue ? Of(queue) : name),
        { Kind: CaseEventKind.Rated, Text: { } text } => First(text, rating => say["Stars", rating]),
        { Kind: CaseEventKind.Provider, Text: { } text } when Request(text) is { } request => request,
        { Kind: CaseEventKind.Alert, Text: { } alert } when Enum.TryParse<CaseAlert>(alert, out var known) => say[$"Alert_{known}"],
        { Kind: CaseEventKind.Opened, Text: { } why } when Enum.TryParse<CaseReason>(why, out var reason) => Of(reason),
        { Kind: CaseEventKind.Resolved, Text: { } text } => First(text, name => Enum.TryParse<Resolution>(name, out var resolution) ? Of(resolution) : name),
        { Kind: CaseEventKind.Provider, Text: { } text } => First(text, name => Providers.Contains(name) ? say[$"Provider_{name}"] : name),
        { Kind: CaseEventKind.Changed, Text: { } text } => First(text, names => string.Join(", ", names.Split(", ").Select(Value))),
        _ => happened.Text,
    };

    /// <returns>Null when it was done.</returns>
    public string? Refusal(CaseOutcome outcome) => outcome switch
    {
        CaseOutcome.Done => null,
        CaseOutcome.NotFound => say["Refused_NotFound"],
        CaseOutcome.Forbidden(var role) => say["Refused_Forbidden", Of(role)],
        CaseOutcome.OwnedBy(var name) => say["Refused_OwnedBy", name],
        CaseOutcome.NotOwned => say["Refused_NotOwned"],
        CaseOutcome.NotNow(CaseStatus.Resolved) => say["Refused_Closed"],
        CaseOutcome.NotNow(var status) => say["Refused_NotNow", Of(status)],
        CaseOutcome.Invalid(var problem) => say[$"Invalid_{problem}"],
        _ => throw new ArgumentOutOfRangeException(nameof(outcome), outcome, "No words for it."),
    };

    /// <summary>"Queue:billing", or the same with its reasons.</summary>
    private string Routed(string text, RoutingTable table)
    {
        var (destination, reasons) = text.Split(": ", 2) is [var first, var rest] ? (first, rest) : (text, "");
        var words = destination.Split(':', 2) is [var kind, var name] && Enum.TryParse<DestinationKind>(kind, out var to)
            ? routing.Of(new Destination(to, name), table, spoken.Now)
            : destination;
        return reasons.Length == 0 ? words
            : RoutingReasons.FromJson(reasons) is { } known ? $"{words}: {string.Join(' ', known.Select(reason => routing.Of(reason, spoken.Now)))}"
            : $"{words}: {reasons}";
    }

    /// <returns>Null for what is said of another provider than Microsoft.</returns>
    private string? Request(string text) =>
        text.Split(' ', 3) is ["Microsoft", [.. var number, ':'], var state] && Enum.TryParse<RequestState>(state, out var known)
            ? say["Provider_Microsoft", number, say[$"Request_{known}"]]
            : null;

    private static string First(string text, Func<string, string> translate) =>
        text.Split(": ", 2) is [var first, var rest] ? $"{translate(first)}: {rest}" : translate(text);

    private string Value(string name) => name switch
    {
        _ when Enum.TryParse<Urgency>(name, out var urgency) => Of(urgency),
        _ when Enum.TryParse<Classification>(name, out var classification) => Of(classification),
        _ when Enum.TryParse<Product>(name, out var product) => Of(product),
        _ => name,
    };
}
