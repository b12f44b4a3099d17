using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Knowledge.Support;

namespace BillingBot.Skills.Offer;

/// <summary>"Which support plans are there?", "what does it cost?", "how do I reach you?": always the whole published offer.</summary>
internal sealed class OfferSkill(PublishedOffer offer, Phrases<OfferSkill> phrases, Phrases<OfferWords> offerPhrases) : ISkill
{
    public string Name => "offer";

    public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var words = new OfferWords(offerPhrases, turn.Language);
        var own = PlanChoice.Own(offer, turn);
        var isPublished = own is not null || (offer.Plans.Count > 0 && !PlanChoice.HoldsPlan(turn));
        return ValueTask.FromResult(new Reply(
            [.. Messages(turn, words, own, isPublished)], turn.State)
        {
            Outcome = new Outcome(Name, isPublished ? "answered" : "notPublished", turn.Article?.Id),
        });
    }

    private IEnumerable<ReplyMessage> Messages(Turn turn, OfferWords words, SupportPlan? own, bool isPublished)
    {
        if (!isPublished)
            yield return NotPublished(turn, words);
        if (offer.Plans.Count > 0)
            yield return Offer(turn, words, own);
    }

    private ReplyMessage NotPublished(Turn turn, OfferWords words) => new()
    {
        Text = offer.Plans.Count > 0
            ? phrases.Format(turn.Language, "PlanNotPublished", turn.Person!.SupportPlan)
            : phrases[turn.Language, "NothingPublished"],
        Choices = [words.TalkToPerson],
        Language = turn.Language.Code,
    };

    private ReplyMessage Offer(Turn turn, OfferWords words, SupportPlan? own)
    {
        var plans = offer.Plans.OrderByDescending(plan => plan == own).ToList();
        return new()
        {
            Card = new Card(
                phrases.Format(turn.Language, "Title", offer.Partner),
                Summary(turn, words, plans, own),
                [.. plans.SelectMany(plan => Facts(turn, words, plan, plan == own)), words.TimeZone(offer.Zone, turn.Now)]),
            Choices = [words.SupportHours, words.TalkToPerson],
            Language = turn.Language.Code,
        };
    }

    /// <summary>What the words stress, else the article that led here: the price, the contact, or else the plans.</summary>
    private string Summary(Turn turn, OfferWords words, List<SupportPlan> plans, SupportPlan? own)
    {
        var stressed = new[] { turn.Text, turn.Article?.Title ?? "" };
        if (Array.Exists(stressed, text => Mentions(turn.Language, "PriceWords", text)))
            return string.Join('\n', plans.Select(plan => phrases.Format(turn.Language, "FactOf", plan.Name, words.Price(plan))));
        if (Array.Exists(stressed, text => Mentions(turn.Language, "ContactWords", text)))
        {
            var asked = PlanChoice.For(offer, turn) ?? plans[0];
            return phrases.Format(turn.Language, "ContactBy", asked.Name, words.List(asked.Contacts.Select(words.Contact)));
        }

        var names = words.List(plans.Select(plan => plan.Name));
        return own is null
            ? phrases.Format(turn.Language, "Plans", names)
            : phrases.Format(turn.Language, "PlansAndYours", names, own.Name);
    }

    private bool Mentions(Language language, string words, string text) =>
        Regex.IsMatch(text, phrases[language, words], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, Regex.InfiniteMatchTimeout);

    private IEnumerable<CardFact> Facts(Turn turn, OfferWords words, SupportPlan plan, bool isOwn)
    {
        var week = words.WeekInBrief(plan.Calendar);
        yield return new(isOwn ? phrases.Format(turn.Language, "YourPlan", plan.Name) : plan.Name, plan.Description.In(turn.Language.Code));
        yield return Of(phrases[turn.Language, "Hours"], plan.Calendar.ObservesHolidays ? phrases.Format(turn.Language, "HoursAndHolidays", week) : week);
        yield return Of(words.PriceFact(plan).Label, words.Price(plan));
        yield return Of(phrases[turn.Language, "Contact"], words.List(plan.Contacts.Select(words.Contact)));
        if (words.Languages(plan) is { } languages)
            yield return Of(languages.Label, languages.Value);

        // The plan's name on every line: read aloud, a line stands alone.
        CardFact Of(string label, string value) => new(phrases.Format(turn.Language, "FactOf", plan.Name, label), value);
    }
}
