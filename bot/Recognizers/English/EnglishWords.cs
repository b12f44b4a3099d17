namespace BillingBot.Recognizers.English;

/// <summary>Pieces of pattern that more than one rule is made of.</summary>
internal static class EnglishWords
{
    /// <summary>A gap on one line; bounded, so that a page of blanks costs nothing.</summary>
    public const string Gap = @"[ \t]{1,4}";

    public const string MayGap = @"[ \t]{0,4}";

    /// <summary>No letter or digit follows.</summary>
    public const string Stop = @"(?![\p{L}\p{N}_])";

    /// <summary>A word shaped like a month, which <see cref="EnglishNumbers.Month"/> then knows or not: the twelve spelt out would swell every pattern.</summary>
    public const string Month = @"(?:[adfjmnos][aceopu][bcglnprtvy][a-z]{0,6}(?![a-z])\.?)";

    public const string Weekday = @"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|tues?|wed|thu(?:rs?)?|mon|fri|sat|sun)";

    public const string Nearness =
        "(?:this (?:up)?coming|this past|this|current|next|following|coming|upcoming|last|previous|prev|past)";

    public const string Unit = @"(?:business" + Gap + "days?|working" + Gap + "days?|weekdays?|seconds|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|fortnights?|months?|quarters?|years?|yrs?)";

    public const string Part = "(?:morning|afternoon|evening|night)";

    /// <summary>Any number, spelt ones as <see cref="EnglishNumerals"/> left them: digits behind zeros.</summary>
    public const string Number = @"(?:0{0,24}\d{1,4})";

    public const string Spelt = @"(?:0\d{2,24})";

    public const string Ordinal = @"(?:0{0,24}\d{1,2}(?:st|nd|rd|th))";

    /// <summary>A day of the month: 3, 3rd, third, twenty five.</summary>
    public const string MonthDay = @"(?:0{0,24}\d{1,2}(?:st|nd|rd|th)?" + Stop + ")";

    public const string Year = @"(?:(?:19|20)\d\d)";

    public const string AnyYear = "(?:0{0,24}" + Year + ")";
}
