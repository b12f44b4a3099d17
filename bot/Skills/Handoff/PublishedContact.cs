using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Hours;
using BillingBot.Skills.Offer;

namespace BillingBot.Skills.Handoff;

/// <summary>How to reach staff otherwise, and whether somebody is there now: where no case is taken. Promises nothing that does not happen.</summary>
internal sealed class PublishedContact(
    PublishedOffer offer, Phrases<PublishedContact> phrases, Phrases<HoursSkill> hoursPhrases, Phrases<OfferWords> offerPhrases)
{
    /// <param name="turn">The turn.</param>
    /// <param name="isClosed">Cases are taken at other times.</param>
    public ReplyMessage For(Turn turn, bool isClosed)
    {
        var words = new OfferWords(offerPhrases, turn.Language);
        return PlanChoice.For(offer, turn) is { Contacts.Count: > 0 } plan
            ? Contacts(turn, plan, words, isClosed ? "Closed" : "Introduction")
            : new ReplyMessage { Text = phrases[turn.Language, "NothingPublished"], Language = turn.Language.Code };
    }

    private ReplyMessage Contacts(Turn turn, SupportPlan plan, OfferWords words, string introduction)
    {
        var clocks = new TwoClocks(hoursPhrases, words, turn, offer.Zone);
        var hours = new HoursSentences(hoursPhrases, words, clocks, plan.Calendar, turn.Language);
        return new()
        {
            Text = phrases[turn.Language, introduction],
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
