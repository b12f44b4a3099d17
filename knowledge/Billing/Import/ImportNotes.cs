using System.Text;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Collects what is wrong or remarkable while a file is read.</summary>
internal sealed class ImportNotes
{
    private const int LongestValue = 60;
    private readonly List<Rejection> _rejections = [];
    private readonly List<ImportWarning> _warnings = [];

    public IReadOnlyList<Rejection> Rejections => _rejections;
    public IReadOnlyList<ImportWarning> Warnings => _warnings;

    public void Reject(int line, string? column, string? value, string reason, string mend) =>
        _rejections.Add(new Rejection(line, column, Shorten(value), reason, mend));

    public void Warn(int line, string? column, string text) => _warnings.Add(new ImportWarning(line, column, text));

    /// <summary>One line of printable characters, not longer than a report bears.</summary>
    public static string? Shorten(string? value)
    {
        if (value is null)
        {
            return null;
        }

        var shown = new StringBuilder();
        foreach (var rune in value.EnumerateRunes())
        {
            if (shown.Length >= LongestValue)
            {
                return shown.Append('…').ToString();
            }

            shown.Append(Rune.IsControl(rune) ? " " : rune.ToString());
        }

        return shown.ToString();
    }
}
