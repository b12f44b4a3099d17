namespace BillingBot.Knowledge.Billing.Import;

/// <summary>
/// Text that a spreadsheet would run as a formula. It is kept as it is, but written into a CSV file only behind an
/// apostrophe. Source: OWASP, CSV injection.
/// </summary>
public static class FormulaText
{
    private static readonly char[] Starts = ['=', '+', '-', '@', '\t', '\r', '\n', '＝', '＋', '－', '＠'];

    public static bool Is(string text) => text.Length > 0 && Array.IndexOf(Starts, text[0]) >= 0;

    /// <summary>As it may stand in a CSV file.</summary>
    public static string? Safe(string? text) => text is not null && Is(text) ? $"'{text}" : text;
}
