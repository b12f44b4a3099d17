using System.Text.RegularExpressions;
using BillingBot.Knowledge;

namespace BillingBot.Channels;

/// <summary>Names of customers as channels give them, where a guest may have written anything.</summary>
internal static partial class SenderNames
{
    private const int Longest = 100;

    /// <summary>On one line, not endless, and with nothing that turns the words after it around.</summary>
    /// <returns>Null when nothing is left.</returns>
    public static string? Readable(string? name) =>
        name is not null && Cut.To(Unreadable().Replace(name, " ").Trim(), Longest) is { Length: > 0 } readable ? readable : null;

    /// <summary>Line ends and control characters, and the marks that set a direction.</summary>
    [GeneratedRegex(@"[\p{Cc}\s\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Unreadable();
}
