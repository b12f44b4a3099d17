using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Recognizers;
using NodaTime;

namespace BillingBot.Skills.Hours;

/// <summary>What a turn's words ask of the hours.</summary>
/// <param name="Asked">In the partner's wall-clock time, whatever clock the words name.</param>
/// <param name="Clock">The clock the words name.</param>
internal sealed record HoursQuestion(Asked Asked, SaidClock Clock)
{
    private const RegexOptions IgnoreCase = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

    public static HoursQuestion Read(Turn turn, IDateTimeRecognizer recognizer, Phrases<HoursSkill> phrases, DateTimeZone partners)
    {
        var clock = SaidClock.Read(turn, partners);
        var zone = clock.Zone ?? partners;
        var now = turn.Now.InZone(zone).LocalDateTime;
        if (Says("YearEndWords") && !turn.Text.Any(char.IsAsciiDigit))
            return new(new Asked.YearEnd(), clock);

        // "On Saturdays" is answered with the next one; the week stands on the card.
        var text = Regex.Replace(clock.Text, phrases[turn.Language, "EveryWeekday"], "$1", IgnoreCase, Regex.InfiniteMatchTimeout);
        var found = BusinessSense.Of(recognizer.Recognize(text, turn.Language.Code, now));
        Asked asked = AskedReader.Read(found, now) switch
        {
            _ when found.FirstOrDefault(IsOffTheCalendar) is { } never => new Asked.NoSuchDate(never.Text),
            { LastDate: { } last } when last < now.Date => new Asked.Past(),
            Asked.Now when Says("HolidayWords") => new Asked.Holidays(),
            var other => other.ByClock(said => zone.AtLeniently(said).WithZone(partners).LocalDateTime),
        };
        return new(asked, clock);

        bool Says(string words) => Regex.IsMatch(turn.Text, phrases[turn.Language, words], IgnoreCase, Regex.InfiniteMatchTimeout);
    }

    /// <summary>31 November; not a season, which has no dates but is no mistake.</summary>
    private static bool IsOffTheCalendar(ModelResult result) =>
        result.Text.Any(char.IsDigit)
        && result.Values.Count > 0
        && result.Values.All(value => value.GetValueOrDefault("value") is "not resolved");
}
