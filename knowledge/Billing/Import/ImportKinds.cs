using BillingBot.Knowledge.Articles.Import;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>The kinds as commands, addresses and file names spell them: <c>credit-notes</c>.</summary>
public static class ImportKinds
{
    public static IReadOnlyList<string> Names { get; } = [.. Enum.GetValues<ImportKind>().Select(Name)];

    public static string Name(this ImportKind kind) => kind == ImportKind.CreditNotes ? "credit-notes" : kind.ToString().ToLowerInvariant();

    public static bool TryParse(string name, out ImportKind kind) => KebabNames<ImportKind>.TryParse(name, out kind);
}
