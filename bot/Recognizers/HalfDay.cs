using System.Globalization;
using System.Text.RegularExpressions;

namespace BillingBot.Recognizers;

/// <summary>"8" said without am or pm: T08 and, half a day later, T20.</summary>
internal static partial class HalfDay
{
    public static string Later(string timex) => Hours().Replace(timex, hour =>
        string.Create(CultureInfo.InvariantCulture, $"T{(int.Parse(hour.ValueSpan[1..], CultureInfo.InvariantCulture) + 12) % 24:00}"));

    // Not the PT of a duration.
    [GeneratedRegex(@"(?<!P)T\d\d", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Hours();
}
