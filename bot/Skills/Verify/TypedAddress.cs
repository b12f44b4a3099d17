using System.Text.RegularExpressions;

namespace BillingBot.Skills.Verify;

/// <summary>Finds an e-mail address in words. It is only looked up and never written to, so this need not be exact.</summary>
internal static partial class TypedAddress
{
    /// <returns>Null when there is none, or more than one.</returns>
    public static string? Read(string text) =>
        Address().Matches(TypedText.Narrow(text)) is [var one] ? one.Value.TrimEnd('.') : null;

    public static bool IsMeant(string text) => text.AsSpan().ContainsAny('@', '＠');

    [GeneratedRegex(@"(?<![A-Za-z0-9.%+@-])[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+(?!@)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Address();
}
