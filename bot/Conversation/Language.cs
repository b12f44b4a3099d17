using System.Globalization;

namespace BillingBot.Conversation;

/// <summary>A language the bot speaks.</summary>
internal sealed record Language
{
    public static readonly Language English = new("en", CultureInfo.GetCultureInfo("en-US"));
    public static readonly Language Japanese = new("ja", CultureInfo.GetCultureInfo("ja-JP"));

    private Language(string code, CultureInfo culture) => (Code, Culture) = (code, culture);

    /// <summary><c>en</c> or <c>ja</c>: the same code that articles and people carry.</summary>
    public string Code { get; }
    public CultureInfo Culture { get; }

    /// <summary>The language of a code or locale such as <c>ja-JP</c>; null when the bot does not speak it.</summary>
    public static Language? FromLocale(string? locale) => locale?.Split('-', '_')[0].ToLowerInvariant() switch
    {
        "en" => English,
        "ja" => Japanese,
        _ => null,
    };
}
