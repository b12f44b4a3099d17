using System.Globalization;
using BillingBot.Knowledge.Staff;
using NodaTime.Text;

namespace BillingBot.Cli;

/// <summary>Audit entries as lines of text. What customers wrote may be in them: control characters are taken out.</summary>
internal static class TerminalLines
{
    public static string Line(AuditEntry entry) => Plain(
        $"{InstantPattern.General.Format(entry.At)}  {entry.Actor}  {entry.Action}  {entry.Subject}{(entry.Detail is { } detail ? $"  {detail}" : "")}");

    /// <summary>A terminal obeys control characters and turns of direction; here they are blanks.</summary>
    public static string Plain(string text) => string.Concat(text.Select(
        letter => char.GetUnicodeCategory(letter) is UnicodeCategory.Control or UnicodeCategory.Format ? ' ' : letter));
}
