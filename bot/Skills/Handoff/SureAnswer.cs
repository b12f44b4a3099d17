using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Support;

namespace BillingBot.Skills.Handoff;

/// <summary>Whether words that could answer a question of the bot's are a question that it could answer itself.</summary>
internal sealed class SureAnswer(ArticleFinder finder, FollowUps followUps, PublishedOffer offer)
{
    /// <returns>The article and how sure it is; null when none answers for sure.</returns>
    public ArticleMatch? To(Turn turn) =>
        finder.Find(followUps.Request(turn, turn.Now.InZone(offer.Zone).Date)) is Finding.Sure(var match) ? match : null;
}
