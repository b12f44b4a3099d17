using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Recognizers;
using BillingBot.Skills.Offer;
using NodaTime;

namespace BillingBot.Skills.Hours;

/// <summary>"Are you open now?", "on Saturday at 8?", "in December?": from the partner's published offer, never a guess.</summary>
internal sealed class HoursSkill(
    PublishedOffer offer, IDateTimeRecognizer recognizer, Phrases<HoursSkill> phrases, Phrases<OfferWords> offerPhrases) : ISkill
{
    public string Name => "hours";

    public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var words = new OfferWords(offerPhrases, turn.Language);
        var plan = PlanChoice.For(offer, turn);
        var message = plan is null ? NotPublished(turn, words) : Answer(turn, plan, words);
        return ValueTask.FromResult(new Reply([message], turn.State)
        {
            Outcome = new Outcome(Name, plan is null ? "notPublished" : "answered", turn.Article?.Id),
        });
    }

    private ReplyMessage NotPublished(Turn turn, OfferWords words) => new()
    {
        Text = offer.Plans.Count > 0
            ? phrases.Format(turn.Language, "PlanNotPublished", turn.Person!.SupportPlan)
            : phrases[turn.Language, "NothingPublished"],
        Choices = [words.TalkToPerson],
        Language = turn.Language.Code,
    };

    private ReplyMessage Answer(Turn turn, SupportPlan plan, OfferWords words)
    {
        var (asked, clock) = HoursQuestion.Read(turn, recognizer, phrases, offer.Zone);
        var clocks = new TwoClocks(phrases, words, turn, offer.Zone, clock.Zone);
        var say = new HoursSentences(phrases, words, clocks, plan.Calendar, turn.Language);
        var answer = new HoursAnswers(phrases, say, clocks, plan.Calendar, turn.Language).To(asked);
        return new()
        {
            Card = new Card(
                phrases.Format(turn.Language, "Title", plan.Name),
                clock.IsUnknown ? answer.Summary + phrases[turn.Language, "SentenceSeparator"] + phrases.Format(turn.Language, "ClockUnknown", clocks.Name) : answer.Summary,
                [
                    .. answer.Facts,
                    .. Only(asked is not Asked.Now, say.NowFact),
                    .. words.Week(plan.Calendar),
                    .. Only(!plan.Calendar.IsAlwaysOpen, () => words.Holidays(plan.Calendar)),
                    .. clocks.Facts(),
                    .. plan.Contacts.Select(words.ContactFact),
                    words.PriceFact(plan),
                    .. OtherPlans(turn, plan, words),
                ],
                Note(turn, plan.Calendar, asked.LastDate ?? clocks.Today))
            { Tone = answer.Tone },
            Choices = [words.SupportPlans, words.TalkToPerson],
            Language = turn.Language.Code,
        };
    }

    private static IEnumerable<CardFact> Only(bool when, Func<CardFact> fact) => when ? [fact()] : [];

    private string? Note(Turn turn, SupportCalendar calendar, LocalDate last) => last.Year > calendar.HolidaysKnownUntil
        ? phrases.Format(turn.Language, "HolidaysUnknown", calendar.HolidaysKnownUntil.Value.ToString(turn.Language.Culture))
        : null;

    /// <summary>The person's own plan when another was asked for; to a guest, the others in brief.</summary>
    private IEnumerable<CardFact> OtherPlans(Turn turn, SupportPlan plan, OfferWords words)
    {
        if (PlanChoice.HoldsPlan(turn))
            return turn.Person!.SupportPlan.Equals(plan.Name, StringComparison.OrdinalIgnoreCase) ? [] : [new(phrases[turn.Language, "YourPlan"], turn.Person.SupportPlan)];
        return offer.Plans.Where(other => other != plan).Select(other => new CardFact(
            phrases.Format(turn.Language, "OtherPlan", other.Name),
            phrases.Format(turn.Language, "BriefPlan", words.WeekInBrief(other.Calendar), words.Price(other))));
    }
}
