using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.Japanese;

/// <summary>
/// What all patterns here share. They need no timeout: each is anchored with \G and repeats nothing without a small bound,
/// so one try looks at a few dozen characters however long the query is.
/// </summary>
internal static class Pattern
{
    public const RegexOptions Options = RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture;
}
