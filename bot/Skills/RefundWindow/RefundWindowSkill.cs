using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Refunds;
using BillingBot.Knowledge.Support;
using BillingBot.Skills.Forms;
using NodaTime;

namespace BillingBot.Skills.RefundWindow;

/// <summary>
/// "Can I still cancel?", "until when can I return the ten seats?": which rule holds, from when it counts and when it
/// ends. Asks for what it needs; where our own records do not say it, it says so and leads to a person.
/// </summary>
internal sealed class RefundWindowSkill(
    RefundQuestionReader reader, RefundReplies replies, RefundCard card, Receivables receivables, PublishedOffer offer) : IFormSkill
{
    public const string SkillName = "refund-window";
    private const string ProductStep = "product", DateStep = "date", EraStep = "era";

    /// <summary>
    /// What was bought or renewed from here on is new commerce: Microsoft moved the last legacy offers at their renewals
    /// in 2024 and 2025. Source: Microsoft Tech Community, Partner news of 12 July 2023, and its 2024 update.
    /// </summary>
    private static readonly LocalDate AllNewCommerceFrom = new(2026, 1, 1);

    public string Name => SkillName;

    public async ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) =>
        Answer(turn, turn.Text, turn.State.LastArticleId, await HeldAsync(turn, cancellationToken));

    public async ValueTask<Reply?> ContinueAsync(Turn turn, OpenForm form, CancellationToken cancellationToken)
    {
        var (before, articleId) = (form.Slots.GetValueOrDefault(RefundReplies.WordsSlot, ""), form.Slots.GetValueOrDefault(RefundReplies.ArticleSlot));
        var held = await HeldAsync(turn, cancellationToken);
        var said = reader.Read(turn.Text, turn.Language, held.Subscriptions, articleId: null, Now(turn));
        var isDoubt = reader.IsDoubt(turn.Text, turn.Language);
        return form.Step switch
        {
            // What was named before is put aside: it was not clear, or there was nothing.
            ProductStep when said.Subscriptions.Count > 0 || said.Cases.Count > 0 => Answer(
                turn, $"{turn.Text}\n{(reader.Read(before, turn.Language, held.Subscriptions, articleId, Now(turn)).Cases.Count > 1 ? "" : before)}", articleId, held),
            DateStep when said.Day is not null => Answer(turn, $"{before}\n{turn.Text}", articleId, held),
            EraStep when said.Era is not null => Answer(turn, $"{before}\n{turn.Text}", articleId, held),
            DateStep when isDoubt => replies.Abstain(turn, "DateNeeded"),
            EraStep when isDoubt => replies.Abstain(turn, "EraNeeded", "new-or-legacy"),
            _ => null,
        };
    }

    private Reply Answer(Turn turn, string words, string? articleId, Holdings held)
    {
        var question = reader.Read(words, turn.Language, held.Subscriptions, articleId, Now(turn));
        return question switch
        {
            { Subscriptions.Count: > 1 } => replies.Ask(turn, ProductStep, "WhichSubscription", question.Subscriptions.Select(one => one.ProductName), words, articleId),
            { Cases.Count: > 1 } => replies.Ask(turn, ProductStep, "WhichOfThese", question.Cases.Select(one => replies.NameOf(one, turn)), words, articleId),
            { Subscription: { } subscription } => OfRecord(turn, question, subscription, held, words, articleId),
            { Cases: [RefundCase.License or RefundCase.AddedSeats], Day: null, NamesProduct: false } when held.Licences is [var only] => OfRecord(turn, question, only, held, words, articleId),
            { Cases: [RefundCase.License or RefundCase.AddedSeats], Day: null, NamesProduct: false } when held.Licences is { Count: > 0 } own =>
                replies.Ask(turn, ProductStep, "WhichSubscription", own.Select(one => one.ProductName), words, articleId),
            { Cases: [var one] } => OfWords(turn, question, one, words, articleId),
            _ when held.Subscriptions.Count > 0 => replies.Ask(turn, ProductStep, "WhichSubscription", held.Subscriptions.Select(one => one.ProductName), words, articleId),
            _ => replies.Ask(turn, ProductStep, "WhichKind", replies.Kinds(turn), words, articleId),
        };
    }

    /// <summary>The customer's own subscription: kind, platform and start are on record.</summary>
    private Reply OfRecord(Turn turn, RefundQuestion question, Subscription subscription, Holdings held, string words, string? articleId)
    {
        var isSeats = question.Cases is [RefundCase.AddedSeats] && subscription.Kind is SubscriptionKind.License or SubscriptionKind.BusinessCentral;
        if (subscription.Status is SubscriptionStatus.Cancelled or SubscriptionStatus.Expired)
        {
            return replies.Abstain(turn, "EndedAlready");
        }

        if (subscription is { Kind: SubscriptionKind.License, Era: PlatformEra.Any })
        {
            return replies.Abstain(turn, "RecordsLackEra", "new-or-legacy");
        }

        if ((question.Era is { } said && subscription.Era != PlatformEra.Any && said != subscription.Era)
            || question.Cases.Any(one => !SubscriptionCases.Fits(subscription.Kind, one)))
        {
            return replies.Abstain(turn, "RecordsDisagree");
        }

        var refundCase = SubscriptionCases.Of(subscription, isSeats);
        var rule = RefundRules.For(refundCase);

        // Seats count from the day they were added, an upgrade from what it came from: neither is the record's start.
        if (refundCase == RefundCase.AddedSeats || (question.IsUpgrade && rule.HasWindow))
        {
            return OfDay(turn, question, refundCase, words, articleId, subscription);
        }

        if (subscription.TermStartedAt is not { } start)
        {
            return rule.HasWindow || refundCase == RefundCase.LegacyLicense
                ? replies.Abstain(turn, "RecordsLackDate")
                : Show(turn, new RefundAnswer(rule, null, subscription));
        }

        return rule.HasWindow && question.Day is { } day && day != start.InZone(Zone(turn)).Date && day != start.InUtc().Date
            ? replies.Abstain(turn, "RecordsDisagree")
            : Show(turn, new RefundAnswer(rule, start, subscription) { GivenBack = held.GivenBack(subscription, rule, start, turn.Now) });
    }

    /// <summary>Only what was said is known.</summary>
    private Reply OfWords(Turn turn, RefundQuestion question, RefundCase refundCase, string words, string? articleId)
    {
        var era = question.Era ?? (question.Day >= AllNewCommerceFrom ? PlatformEra.NewCommerce : null);
        return (refundCase, era) switch
        {
            (RefundCase.AzurePlan or RefundCase.Reservation or RefundCase.LegacySeats, _) => Show(turn, new RefundAnswer(RefundRules.For(refundCase), null, null)),
            (_, PlatformEra.Legacy) when question.Day >= AllNewCommerceFrom => replies.Abstain(turn, "NotLegacyAnyMore", "new-or-legacy"),
            (RefundCase.AddedSeats, PlatformEra.Legacy) => Show(turn, new RefundAnswer(RefundRules.For(RefundCase.LegacySeats), null, null)),
            (RefundCase.License, PlatformEra.Legacy) => OfDay(turn, question, RefundCase.LegacyLicense, words, articleId, null),
            (RefundCase.LegacyLicense, _) => OfDay(turn, question, refundCase, words, articleId, null),
            (_, PlatformEra.Legacy) => replies.Abstain(turn, "NoLegacyRule"),
            (RefundCase.License or RefundCase.AddedSeats, null) when question.Day is not null => replies.Ask(
                turn, EraStep, "WhichEra", replies.Eras(turn), words, articleId),
            _ => OfDay(turn, question, refundCase, words, articleId, null),
        };
    }

    private Reply OfDay(Turn turn, RefundQuestion question, RefundCase refundCase, string words, string? articleId, Subscription? subscription)
    {
        if (question.Day is not { } day)
        {
            var key = (question.IsUpgrade, refundCase) switch
            {
                (true, _) => "WhenOriginal",
                (_, RefundCase.AddedSeats) => "WhenAdded",
                (_, RefundCase.MarketplaceSaas) => "WhenToTheHour",
                _ => "WhenBought",
            };
            return replies.Ask(turn, DateStep, key, [], words, articleId);
        }

        // The earliest moment that the day can mean: an end that is too early harms nobody.
        var start = question.Moment is { } at ? at.InZoneLeniently(Zone(turn)).ToInstant() : day.AtStartOfDayInZone(Zone(turn)).ToInstant();
        return Show(turn, new RefundAnswer(RefundRules.For(refundCase), start, subscription)
        {
            SaidDay = day,
            IsTimeSaid = question.Moment is not null,
            IsUpgrade = question.IsUpgrade,
        });
    }

    private Reply Show(Turn turn, RefundAnswer answer)
    {
        if (answer.Start is { } start && !answer.Rule.HoldsFor(start))
        {
            return replies.Abstain(turn, "BeforeTheRule");
        }

        return new Reply([card.Of(turn, answer, Zone(turn))], turn.State with { Form = null }) { Outcome = new Outcome(Name, "reckoned") };
    }

    /// <summary>Others read along in a group, so there the rules are told as to anybody, and nothing of what the customer holds.</summary>
    private async Task<Holdings> HeldAsync(Turn turn, CancellationToken cancellationToken) =>
        turn is { Person: { } person, IsOverheard: false }
            ? new Holdings(
                await receivables.SubscriptionsAsync(person.CustomerId, cancellationToken),
                turn.MaySeeAmounts ? await receivables.AllAsync(person.CustomerId, person.Today(turn.Now), cancellationToken) : [])
            : new Holdings([], []);

    private LocalDateTime Now(Turn turn) => turn.Now.InZone(Zone(turn)).LocalDateTime;

    /// <summary>The customer's; a guest's is not known, and is taken as the partner's.</summary>
    private DateTimeZone Zone(Turn turn) => turn.Person is { } person ? DateTimeZoneProviders.Tzdb[person.TimeZone] : offer.Zone;
}
