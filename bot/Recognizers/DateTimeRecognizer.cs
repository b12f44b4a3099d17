using NodaTime;

namespace BillingBot.Recognizers;

/// <param name="extractors">By culture: "en", "ja".</param>
internal sealed class DateTimeRecognizer(IReadOnlyDictionary<string, ITimexExtractor> extractors) : IDateTimeRecognizer
{
    public IReadOnlyList<ModelResult> Recognize(string query, string culture, LocalDateTime reference)
    {
        if (!extractors.TryGetValue(culture, out var extractor))
            return [];
        return [.. extractor.Extract(query, reference).OrderBy(match => match.Start).Select(Result)];

        ModelResult Result(TimexMatch match) => new(
            query.Substring(match.Start, match.Length),
            match.Start,
            match.Start + match.Length - 1,
            $"datetimeV2.{match.Type}",
            TimexValues.Of(match, reference));
    }
}
