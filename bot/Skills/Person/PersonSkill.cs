using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Hours;
using BillingBot.Skills.Offer;

namespace BillingBot.Skills.Person;

/// <summary>Leads to a person: who, how, and whether somebody is there now. Promises nothing that does not happen.</summary>
internal sealed class PersonSkill(
    PublishedOffer offer, Phrases<PersonSkill> phrases, Phrases<HoursSkill> hoursPhrases, Phrases<OfferWords> offerPhrases) : ISkill
{
    public string Name => "person";

    public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var words = new OfferWords(offerPhrases, turn.Language);
        var message = PlanChoice.For(offer, turn) is { Contacts.Count: > 0 } plan
            ? Contacts(turn, plan, words)
            : new ReplyMessage { Text = phrases[turn.Language, "NothingPublished"], Language = turn.Language.Code };
        return ValueTask.FromResult(new Reply([message], turn.State) { Outcome = new Outcome(Name, "referred") });
    }

    private ReplyMessage Contacts(Turn turn, SupportPlan plan, OfferWords words)
    {
        var clocks = new TwoClocks(hoursPhrases, words, turn, offer.Zone);
        var hours = new HoursSentences(hoursPhrases, words, clocks, plan.Calendar, turn.Language);
        return new()
        {
            Text = phrases[turn.Language, "Introduction"],
            Card = new Card(
                phrases.Format(turn.Language, "Title", offer.Partner),
                null,
                [
                    .. plan.Contacts.Select(words.ContactFact),
                    hours.NowFact(),
                    new CardFact(phrases[turn.Language, "Hours"], words.WeekInBrief(plan.Calendar)),
                    .. clocks.Facts(),
                ],
                phrases[turn.Language, "HaveReady"]),
            Language = turn.Language.Code,
        };
    }
}
