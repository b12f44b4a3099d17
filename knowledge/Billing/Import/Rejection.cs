namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Why a row cannot be taken.</summary>
/// <param name="Line">In the file, the header being line 1; zero when no line is to blame.</param>
/// <param name="Column">As the header calls it; null when it is the row as a whole.</param>
/// <param name="Value">What stands there, shortened.</param>
/// <param name="Reason">What is wrong.</param>
/// <param name="Mend">What to do about it.</param>
public sealed record Rejection(int Line, string? Column, string? Value, string Reason, string Mend)
{
    public override string ToString() => string.Concat(
        Line > 0 ? $"Line {Line}" : "The file",
        Column is null ? "" : $", {Column}",
        string.IsNullOrEmpty(Value) ? "" : $" \"{Value}\"",
        $": {Reason} {Mend}");
}
