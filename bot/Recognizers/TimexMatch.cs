namespace BillingBot.Recognizers;

/// <summary>What a language's extractor found: a stretch of the query and the TIMEX it means, not yet resolved.</summary>
/// <param name="Start">Index of the first character in the query.</param>
/// <param name="Length">Number of characters.</param>
/// <param name="Type">date, daterange, time, timerange, datetime or datetimerange.</param>
/// <param name="Timex">For example <c>XXXX-WXX-6</c>, <c>2026-11</c>, <c>T08</c>, <c>(T09,T12,PT3H)</c>.</param>
internal sealed record TimexMatch(int Start, int Length, string Type, string Timex);
