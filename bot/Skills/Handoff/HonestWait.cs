using BillingBot.Conversation;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Hours;
using BillingBot.Skills.Offer;
using NodaTime;

namespace BillingBot.Skills.Handoff;

/// <summary>How long it will be until a person answers: measured, or when they open; nothing that is not known.</summary>
internal sealed class HonestWait(
    PublishedOffer offer, FirstClaims claims, Phrases<HonestWait> phrases, Phrases<HoursSkill> hoursPhrases, Phrases<OfferWords> offerPhrases)
{
    private const int AnHour = 60;

    /// <summary>Nobody is in, by the calendar of the asker's plan.</summary>
    public bool IsClosed(Turn turn) => Plan(turn) is { } plan && !plan.Calendar.IsOpen(turn.Now);

    /// <param name="turn">The turn.</param>
    /// <param name="queue">Where the case waits.</param>
    /// <param name="isUrgent">Whether it may not wait until they open.</param>
    /// <param name="cancellationToken">The turn's.</param>
    public async Task<string> SayAsync(Turn turn, string queue, bool isUrgent, CancellationToken cancellationToken)
    {
        if (Plan(turn) is not { } plan)
        {
            return phrases[turn.Language, "Told"];
        }

        List<string> sentences = plan.Calendar.IsOpen(turn.Now)
            ? [Open(turn, await claims.MedianAsync(queue, plan.Calendar, cancellationToken))]
            : [Closed(turn, plan), .. isUrgent && plan.Contacts.Count > 0 ? [Meanwhile(turn, plan)] : Array.Empty<string>()];
        if (plan.Languages.Count > 0 && !plan.Languages.Contains(turn.Language.Code, StringComparer.OrdinalIgnoreCase))
        {
            sentences.Add(phrases.Format(turn.Language, "Languages", Words(turn).Languages(plan)!.Value));
        }

        return string.Join(phrases[turn.Language, "Separator"], sentences);
    }

    private string Open(Turn turn, Duration? median) => median is not { } wait
        ? phrases[turn.Language, "InAndTold"]
        : (int)Math.Ceiling(wait.TotalMinutes) switch
        {
            <= 1 => phrases[turn.Language, "Minute"],
            < AnHour and var minutes => phrases.Format(turn.Language, "Minutes", minutes),
            AnHour => phrases[turn.Language, "Hour"],
            var minutes => phrases.Format(turn.Language, "Hours", (minutes + AnHour - 1) / AnHour),
        };

    private string Closed(Turn turn, SupportPlan plan) => plan.Calendar.NextOpening(turn.Now) is { } opening
        ? phrases.Format(turn.Language, "Opens", new TwoClocks(hoursPhrases, Words(turn), turn, offer.Zone).SayDated(opening))
        : phrases[turn.Language, "Away"];

    private string Meanwhile(Turn turn, SupportPlan plan) => phrases.Format(
        turn.Language, "Contact", Words(turn).List(plan.Contacts.Select(Words(turn).Contact)));

    private OfferWords Words(Turn turn) => new(offerPhrases, turn.Language);

    /// <summary>What the words name does not matter here, as it does for a question about hours.</summary>
    private SupportPlan? Plan(Turn turn) => PlanChoice.Own(offer, turn) ?? PlanChoice.Included(offer);
}
