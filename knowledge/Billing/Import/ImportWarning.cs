namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Something that was taken but deserves a look.</summary>
/// <param name="Line">In the file, the header being line 1.</param>
/// <param name="Column">As the header calls it.</param>
/// <param name="Text">What is remarkable.</param>
public sealed record ImportWarning(int Line, string? Column, string Text)
{
    public override string ToString() => Column is null ? $"Line {Line}: {Text}" : $"Line {Line}, {Column}: {Text}";
}
