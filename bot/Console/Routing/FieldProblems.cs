using BillingBot.Knowledge.Support.Routing.Editing;
using BillingBot.Routing;

namespace BillingBot.Console.Routing;

/// <summary>What is wrong with the fields of one form, for each field and for all of them.</summary>
/// <param name="form">Begins the ids of the messages; unique on the page.</param>
internal sealed class FieldProblems(RoutingWords words, StaffLanguage spoken, string form)
{
    private static readonly IReadOnlyDictionary<string, object> Fine = new Dictionary<string, object>(StringComparer.Ordinal);
    private IReadOnlyList<RoutingProblem> _problems = [];

    public IReadOnlyList<string> All => [.. _problems.Select(problem => words.Of(problem, spoken.Now)).Distinct(StringComparer.Ordinal)];

    public void Show(IReadOnlyList<RoutingProblem> problems) => _problems = problems;

    /// <returns>Null when nothing is wrong with it.</returns>
    public string? Of(string field) => _problems.FirstOrDefault(problem => problem.Field == field) is { } problem ? words.Of(problem, spoken.Now) : null;

    public string IdOf(string field) => $"{form}-{field}-problem";

    /// <summary>Attributes of the field's control, by which assistive technology finds the message.</summary>
    public IReadOnlyDictionary<string, object> On(string field) => Of(field) is null
        ? Fine
        : new Dictionary<string, object>(StringComparer.Ordinal) { ["aria-invalid"] = "true", ["aria-describedby"] = IdOf(field) };
}
