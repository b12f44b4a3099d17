using System.Text.RegularExpressions;
using static BillingBot.Recognizers.English.EnglishWords;

namespace BillingBot.Recognizers.English;

/// <summary>"in the morning", "late afternoon", "night-time", "around dinner".</summary>
internal static partial class EnglishPartsOfDay
{
    public static Read<PartSaid>? Named(EnglishText text, int at) =>
        text.At(Words(), at) is { } match ? new(Said(match), at + match.Length) : null;

    /// <summary>Behind a time; after a bare number only "in the evening", as in "7 in the evening".</summary>
    public static Read<PartSaid>? After(EnglishText text, int at, bool bare) =>
        text.At(bare ? InThe() : Behind(), at) is { } match ? new(Said(match), at + match.Length) : null;

    /// <summary>A meal only counts with a word of time: "after dinner", "around lunchtime".</summary>
    public static Read<PartSaid>? Meal(EnglishText text, int at) =>
        text.At(Meals(), at) is { } match
            ? new(new(match.Groups["meal"].Value[0] switch { 'b' => "TMEB", 'l' => "TMEL", _ => "TMED" }, match.Groups["mod"].Value switch { "around" => "approx", "after" => "after", "before" => "before", _ => null }), at + match.Length)
            : null;

    private static PartSaid Said(Match match) => new(
        match.Groups["part"].Value switch
        {
            "morning" => "TMO",
            "afternoon" => "TAF",
            "evening" => "TEV",
            "daytime" => "TDT",
            "night" => "TNI",
            _ => "TNT",
        },
        match.Groups["early"].Success ? "start" : match.Groups["late"].Success ? "end" : null);

    private const string Parts = "(?<part>morning|afternoon|evening|daytime|night(?:-| )?time|night)" + Stop;

    private const string EarlyOrLate = "(?:(?:(?<early>early|earlier)|(?<late>late|later))(?: in)? )?";

    // A greeting is no time.
    [GeneratedRegex(@"\G(?<!good |goodnight |great |nice )(?:(?:in|during) (?:the )?(?!early|late))?" + EarlyOrLate + "(?:the )?" + Parts, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Words();

    [GeneratedRegex(@"\G,? (?:(?:in the|at|during the) )?" + EarlyOrLate + "(?:in the )?" + Parts, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Behind();

    [GeneratedRegex(@"\G (?:in the|at) " + EarlyOrLate + Parts, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex InThe();

    [GeneratedRegex(@"\G(?:(?<mod>after|before|around|at|during) (?<meal>breakfast|lunch|dinner)(?: ?time)?|(?<meal>breakfast|lunch|dinner) ?time)" + Stop, RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, Timeout.Infinite)]
    private static partial Regex Meals();
}
