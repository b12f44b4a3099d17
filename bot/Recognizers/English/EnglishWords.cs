namespace BillingBot.Recognizers.English;

/// <summary>Pieces of pattern that more than one rule is made of.</summary>
internal static class EnglishWords
{
    /// <summary>A gap on one line; bounded, so that a page of blanks costs nothing.</summary>
    public const string Gap = @"[ \t]{1,4}";

    public const string MayGap = @"[ \t]{0,4}";

    /// <summary>No letter or digit follows.</summary>
    public const string Stop = @"(?![\p{L}\p{N}_])";

    public const string Month =
        @"(?:january|february|march|april|june|july|august|september|october|november|december|may|(?:jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\.?)";

    public const string Weekday = @"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?|wed|thu(?:rs?)?|mon|fri|sat|sun)";

    public const string Nearness =
        "(?:this (?:up)?coming|this past|this|current|next|following|coming|upcoming|last|previous|prev|past)";

    public const string Unit = @"(?:business" + Gap + "days?|working" + Gap + "days?|weekdays?|seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|fortnights?|months?|quarters?|years?|yrs?)";

    public const string Part = "(?:morning|afternoon|evening|night)";

    private const string Ones = "(?:one|two|three|four|five|six|seven|eight|nine)";

    private const string Teens = "(?:ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen)";

    private const string Tens = "(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)";

    /// <summary>One to ninety-nine in words.</summary>
    public const string NumberWord = "(?:" + Tens + "(?:[ -]" + Ones + ")?|" + Teens + "|" + Ones + ")";

    public const string Number = @"(?:\d{1,4}|" + NumberWord + ")";

    public const string OrdinalWord =
        "(?:(?:twenty|thirty)[ -](?:first|second|third|fourth|fifth|sixth|seventh|eighth|ninth)|first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|eleventh|twelfth|thirteenth|fourteenth|fifteenth|sixteenth|seventeenth|eighteenth|nineteenth|twentieth|thirtieth)";

    public const string Ordinal = @"(?:\d{1,2}(?:st|nd|rd|th)|" + OrdinalWord + ")";

    /// <summary>A day of the month: 3, 3rd, third, twenty five.</summary>
    public const string MonthDay = "(?:(?:" + Ordinal + @"|\d{1,2}|" + NumberWord + ")" + Stop + ")";

    public const string Year = @"(?:(?:19|20)\d\d)";

    public const string YearWord =
        "(?:two thousand(?:(?: and)? " + NumberWord + ")?|(?:nineteen|twenty) (?:(?:oh|o) " + Ones + "|" + Teens + "|" + Tens + "(?:[ -]" + Ones + ")?))";
}
