using System.Text.RegularExpressions;

namespace BillingBot.Knowledge.Canned;

/// <summary>The places of a canned reply that are filled in for the case at hand.</summary>
public static partial class Placeholders
{
    private static readonly Dictionary<string, Func<CannedValues, string?>> Known = new(StringComparer.Ordinal)
    {
        ["{customerName}"] = values => values.CustomerName,
        ["{caseNumber}"] = values => values.CaseNumber,
        ["{staffName}"] = values => values.StaffName,
        ["{openingHours}"] = values => values.OpeningHours,
        ["{invoiceNumber}"] = values => values.InvoiceNumber,
    };

    public static IReadOnlyCollection<string> All => Known.Keys;

    /// <summary>Those that a text has and nobody can fill.</summary>
    public static IReadOnlyList<string> Unknown(string text) => [.. In(text).Where(place => !Known.ContainsKey(place))];

    /// <summary>Those that are still to be filled; nothing is sent while there are any.</summary>
    public static IReadOnlyList<string> In(string text) =>
        [.. Place().Matches(text).Select(match => match.Value).Distinct(StringComparer.Ordinal)];

    /// <summary>Fills in what is known and leaves the rest for a person.</summary>
    public static FilledReply Fill(string text, CannedValues values)
    {
        if (Unknown(text) is [var unknown, ..])
        {
            return new FilledReply.UnknownPlaceholder(unknown, All);
        }

        // In one pass: a customer's name with braces in it is not filled in again.
        var filled = Place().Replace(text, match => Value(match.Value, values) ?? match.Value);
        return new FilledReply.Filled(filled, [.. In(text).Where(place => Value(place, values) is null)]);
    }

    private static string? Value(string place, CannedValues values) =>
        Known[place](values) is { } value && !string.IsNullOrWhiteSpace(value) ? value : null;

    [GeneratedRegex(@"\{[^{}\r\n]*\}", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Place();
}
