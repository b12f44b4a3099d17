using BillingBot.Recognizers.English;
using BillingBot.Recognizers.Japanese;

namespace BillingBot.Recognizers;

/// <summary>Registers what reads dates, numbers and amounts in each language.</summary>
internal static class RecognizersSetup
{
    private static readonly Dictionary<string, INumberReader> NumberReaders = new(StringComparer.Ordinal)
    {
        ["en"] = new EnglishNumberReader(),
        ["ja"] = new JapaneseNumberReader(),
    };

    public static IServiceCollection AddRecognizers(this IServiceCollection services) => services
        .AddSingleton<IDateTimeRecognizer>(new DateTimeRecognizer(new Dictionary<string, ITimexExtractor>(StringComparer.Ordinal)
        {
            ["en"] = new EnglishTimexExtractor(),
            ["ja"] = new JapaneseTimexExtractor(),
        }))
        .AddSingleton<INumberRecognizer>(new NumberRecognizer(NumberReaders))
        .AddSingleton<ICurrencyRecognizer>(new CurrencyRecognizer(NumberReaders));
}
