using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Refunds;
using BillingBot.Skills.Wording;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.RefundWindow;

/// <summary>Shows a window: the rule, from when it counts, when it ends in UTC and where the customer is, what is left and what is given back.</summary>
internal sealed class RefundCard(BillingWords words, ArticleButtons buttons, Phrases<RefundCard> phrases)
{
    private static readonly LocalTimePattern Time = LocalTimePattern.CreateWithInvariantCulture("HH:mm");

    public ReplyMessage Of(Turn turn, RefundAnswer answer, DateTimeZone zone)
    {
        var (language, rule) = (turn.Language, answer.Rule);
        var window = answer.Start is { } start ? new CancellationWindow(rule, start) : null;
        return new ReplyMessage
        {
            Card = new Card(
                phrases.Format(language, "Title", answer.Subscription?.ProductName ?? phrases[language, $"Name_{rule.Case}"]),
                Summary(turn, rule, window, zone),
                [
                    new(phrases[language, "Rule"], phrases[language, $"Rule_{rule.Case}"]),
                    .. window is null ? [] : WindowFacts(turn, answer, window, zone),
                    new(phrases[language, "GivenBack"], phrases[language, $"Given_{rule.Given}"]),
                    .. answer.GivenBack is { } amount
                        ? [new CardFact(phrases[language, "IfToday"], phrases.Format(language, "BeforeTax", words.Money(amount, language)))]
                        : Array.Empty<CardFact>(),
                ],
                Note(turn, answer))
            {
                Tone = (rule.HasWindow, window?.IsOpenAt(turn.Now)) switch
                {
                    (true, true) => CardTone.Good,
                    (true, false) => CardTone.Attention,
                    _ => CardTone.Neutral,
                },
            },
            Choices = buttons.For([Article(rule.Case), ArticleButtons.TalkToPerson], language),
            Language = language.Code,
        };
    }

    private string Summary(Turn turn, RefundRule rule, CancellationWindow? window, DateTimeZone zone)
    {
        var language = turn.Language;
        if (window?.End is { } end)
        {
            var last = At(Last(rule, end), DateTimeZone.Utc, turn, zone);
            return window.IsOpenAt(turn.Now)
                ? phrases.Format(language, "StillOpen", last, Left(end - turn.Now, language))
                : phrases.Format(language, "Over", last);
        }

        return rule.Given is RefundGiven.FirstMonthElseUnusedDays && window is not null
            ? phrases.Format(language, turn.Now < window.FirstMonthEnds ? "FirstMonth" : "AfterFirstMonth", At(Last(rule, window.FirstMonthEnds), DateTimeZone.Utc, turn, zone))
            : phrases[language, $"Summary_{rule.Case}"];
    }

    private IEnumerable<CardFact> WindowFacts(Turn turn, RefundAnswer answer, CancellationWindow window, DateTimeZone zone)
    {
        var language = turn.Language;
        yield return new(
            phrases[language, "CountedFrom"],
            phrases.Format(language, (answer.SaidDay, answer.IsTimeSaid) switch
            {
                (null, _) => "FromRecord",
                (_, true) => "FromSaidTime",
                _ => "FromSaidDay",
            }, At(window.Start, DateTimeZone.Utc, turn, zone), At(window.Start, zone, turn, zone)));
        if (window.End is not { } end)
        {
            yield break;
        }

        yield return new(phrases[language, "EndsUtc"], At(Last(answer.Rule, end), DateTimeZone.Utc, turn, zone));
        if (turn.Person is not null)
        {
            yield return new(phrases.Format(language, "EndsLocal", zone.Id), At(Last(answer.Rule, end), zone, turn, zone));
        }

        yield return new(phrases[language, "Left"], window.IsOpenAt(turn.Now) ? Left(end - turn.Now, language) : phrases[language, "NothingLeft"]);
        if (answer.Subscription?.RenewsOn is { } renewal && !window.IsOpenAt(turn.Now))
        {
            yield return new(phrases[language, "NextChance"], phrases.Format(language, "AfterRenewal", words.Date(renewal, Today(turn, zone), language)));
        }
    }

    /// <summary>Days end with a minute that is still theirs; hours end to the minute.</summary>
    private static Instant Last(RefundRule rule, Instant end) => rule.Hours is null ? end - Duration.FromMinutes(1) : end;

    private string At(Instant instant, DateTimeZone shown, Turn turn, DateTimeZone zone)
    {
        var local = instant.InZone(shown).LocalDateTime;
        var at = phrases.Format(turn.Language, "DateAndTime", words.Date(local.Date, Today(turn, zone), turn.Language), Time.Format(local.TimeOfDay));
        return shown == DateTimeZone.Utc ? $"{at} UTC" : at;
    }

    private string Left(Duration left, Language language) => left.Days > 0
        ? $"{Count(left.Days, "Day", language)}{phrases[language, "Between"]}{Count(left.Hours, "Hour", language)}"
        : $"{Count(left.Hours, "Hour", language)}{phrases[language, "Between"]}{Count(left.Minutes, "Minute", language)}";

    private string Count(int number, string unit, Language language) => phrases.Format(language, number == 1 ? unit : $"{unit}s", number);

    private string Note(Turn turn, RefundAnswer answer)
    {
        var language = turn.Language;
        var notes = new[]
        {
            answer.Rule.CalendarDays is null ? null : phrases[language, "DaysAreUtc"],
            answer.IsUpgrade ? phrases[language, "UpgradeInherits"] : null,
            turn.Person is null && answer.SaidDay is not null ? phrases[language, "ZoneUnknown"] : null,
            answer.Rule.HasWindow ? phrases[language, "TellUsInTime"] : null,
            phrases.Format(language, "Source", answer.Rule.Source),
        };
        return string.Join(phrases[language, "Between"], notes.OfType<string>());
    }

    private static LocalDate Today(Turn turn, DateTimeZone zone) => turn.Now.InZone(zone).Date;

    private static string Article(RefundCase refundCase) => refundCase switch
    {
        RefundCase.License => "cancel-subscription-new",
        RefundCase.AddedSeats => "reduce-seats-new",
        RefundCase.LegacyLicense => "cancel-subscription-legacy",
        RefundCase.LegacySeats => "reduce-seats-legacy",
        RefundCase.SoftwareSubscription => "cancel-software-subscription",
        RefundCase.PerpetualSoftware => "return-perpetual-software",
        RefundCase.MarketplaceSaas => "cancel-marketplace-saas",
        RefundCase.BusinessCentral => "cancel-business-central",
        RefundCase.AzurePlan => "cancel-azure",
        _ => "reservation-refund",
    };
}
