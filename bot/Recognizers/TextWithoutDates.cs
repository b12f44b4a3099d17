using System.Text;
using NodaTime;

namespace BillingBot.Recognizers;

/// <summary>The words beside the dates.</summary>
internal static class TextWithoutDates
{
    /// <param name="dates">Finds them.</param>
    /// <param name="text">As it was said.</param>
    /// <param name="culture">"en" or "ja".</param>
    /// <param name="today">Against which "tomorrow" is resolved.</param>
    public static string WithoutDates(this IDateTimeRecognizer dates, string text, string culture, LocalDate today)
    {
        var rest = new StringBuilder(text);
        foreach (var said in dates.Recognize(text, culture, today.At(LocalTime.Noon)).OrderByDescending(said => said.Start))
        {
            rest.Remove(said.Start, said.End - said.Start + 1);
        }

        return rest.ToString();
    }
}
