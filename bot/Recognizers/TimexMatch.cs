namespace BillingBot.Recognizers;

/// <summary>What a language's extractor found: a stretch of the query and the TIMEX it means, not yet resolved.</summary>
/// <param name="Start">Index of the first character in the query.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Type">date, daterange, time, timerange, datetime or datetimerange.</param>
/// <param name="Timex">For example <c>XXXX-WXX-6</c>, <c>2026-11</c>, <c>T08</c>, <c>(T09,T12,PT3H)</c>.</param>
internal sealed record TimexMatch(int Start, int Length, string Type, string Timex)
{
    /// <summary>The hour was said without am or pm, so twelve hours later is meant just as well.</summary>
    public bool AmPm { get; init; }

    /// <summary>before, after, since, until, start, mid, end, approx, ref_undef, or a pair such as before-end.</summary>
    public string? Mod { get; init; }

    /// <summary>
    /// Dated TIMEXes to resolve in place of <see cref="Timex"/>, where the words say more than it can:
    /// "Monday 21" is XXXX-WXX-1 but only ever a 21st.
    /// </summary>
    public IReadOnlyList<string>? Meanings { get; init; }
}
