using NodaTime;

namespace BillingBot.Recognizers;

/// <summary>Finds the date and time expressions of one language.</summary>
internal interface ITimexExtractor
{
    IEnumerable<TimexMatch> Extract(string query, LocalDateTime reference);
}
