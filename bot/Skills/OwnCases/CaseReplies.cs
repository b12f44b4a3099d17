using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Handoff;
using BillingBot.Skills.Offer;
using NodaTime;

namespace BillingBot.Skills.OwnCases;

/// <summary>Says how a customer's own case stands.</summary>
internal sealed class CaseReplies(
    HonestWait wait, PublishedOffer offer, CaseButtons buttons, ArticleButtons articles, Phrases<CaseReplies> phrases, Phrases<OfferWords> offerPhrases)
{
    /// <summary>A closed case can be taken up again for so long.</summary>
    public static readonly Duration ReopenFor = Duration.FromDays(7);

    public static bool CanReopen(Case known, Instant now) => known is { IsOpen: false, ResolvedAt: { } at } && now - at <= ReopenFor;

    /// <summary>One sentence for whatever is not there and whatever is another's.</summary>
    public Reply NotFound(Turn turn, long? number) => Say(
        turn, number is { } named ? phrases.Format(turn.Language, "NotFound", named) : phrases[turn.Language, "None"],
        articles.For([ArticleButtons.TalkToPerson], turn.Language), "notFound");

    public async ValueTask<Reply> StatusAsync(Turn turn, Case known, CancellationToken cancellationToken)
    {
        var status = known.Status switch
        {
            CaseStatus.Waiting => phrases.Format(
                turn.Language, "IsWaiting", await wait.SayAsync(turn, known.Queue, known.Urgency >= Urgency.High, cancellationToken)),
            CaseStatus.Active => phrases.Format(turn.Language, "IsActive", Name(known)),
            CaseStatus.AwaitingCustomer => phrases.Format(turn.Language, "AwaitsYou", Name(known)),
            _ => phrases.Format(turn.Language, "IsClosed", Moment(turn, known.ResolvedAt ?? turn.Now)),
        };
        var reopen = CanReopen(known, turn.Now) ? phrases.Format(turn.Language, "ReopenUntil", Moment(turn, known.ResolvedAt!.Value + ReopenFor)) : null;
        return new Reply(
            [
                new ReplyMessage
                {
                    Card = new Card(
                        phrases.Format(turn.Language, "Title", known.Id),
                        status,
                        [
                            .. turn.IsGroup ? Array.Empty<CardFact>() : [new CardFact(phrases[turn.Language, "About"], known.Summary)],
                            new CardFact(phrases[turn.Language, "OpenedAt"], Moment(turn, known.CreatedAt)),
                            .. reopen is null ? Array.Empty<CardFact>() : [new CardFact(phrases[turn.Language, "Reopening"], reopen)],
                        ],
                        known.IsOpen && known.ConversationId != turn.Conversation ? phrases[turn.Language, "ElsewhereNote"] : null),
                    Choices = (known.Status, reopen) switch
                    {
                        (CaseStatus.Waiting, _) => [buttons.Add(known.Id, turn.Language), buttons.Withdraw(known.Id, turn.Language)],
                        (CaseStatus.Resolved, null) => articles.For([ArticleButtons.TalkToPerson], turn.Language),
                        (CaseStatus.Resolved, _) => [buttons.Reopen(known.Id, turn.Language)],
                        _ => [buttons.Add(known.Id, turn.Language)],
                    },
                    Language = turn.Language.Code,
                },
            ],
            turn.State)
        {
            Outcome = new Outcome(CaseSkill.SkillName, "told"),
        };
    }

    public Reply Say(Turn turn, string text, IReadOnlyList<Choice> choices, string decision) => new(
        [new ReplyMessage { Text = text, Choices = choices, Language = turn.Language.Code }], turn.State)
    {
        Outcome = new Outcome(CaseSkill.SkillName, decision),
    };

    public string Phrase(Turn turn, string key, params object[] values) => phrases.Format(turn.Language, key, values);

    /// <summary>Who acts, for staff to read.</summary>
    public string By(Turn turn) => turn.Person?.Name ?? turn.SenderName ?? "guest";

    private string Name(Case known) => Markdown.EscapeAndUnlink(known.OwnerName ?? "");

    /// <summary>By the customer's clock, else the partner's.</summary>
    private string Moment(Turn turn, Instant at)
    {
        var zone = turn.Person is { } person ? DateTimeZoneProviders.Tzdb[person.TimeZone] : offer.Zone;
        return new OfferWords(offerPhrases, turn.Language).DateAndTime(at.InZone(zone).LocalDateTime, turn.Now.InZone(zone).Date);
    }
}
