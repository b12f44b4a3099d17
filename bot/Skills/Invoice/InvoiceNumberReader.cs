using System.Text;
using System.Text.RegularExpressions;

namespace BillingBot.Skills.Invoice;

/// <summary>Finds an invoice number in words.</summary>
internal static partial class InvoiceNumberReader
{
    /// <returns>The number as written, half-width; null when there is none.</returns>
    public static string? Read(string text) =>
        Number().Match(text.Normalize(NormalizationForm.FormKC)) is { Success: true } match ? match.Value : null;

    [GeneratedRegex(@"\bINV-?\d{4}-?\d{3,6}\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Number();
}
