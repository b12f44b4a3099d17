using System.Text;
using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Refunds;
using BillingBot.Recognizers;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.RefundWindow;

/// <summary>Reads what is to be given back, and since when it is held, out of the customer's words.</summary>
internal sealed partial class RefundQuestionReader(IDateTimeRecognizer dates, Phrases<RefundQuestionReader> phrases)
{
    private const RegexOptions Ignoring = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.Singleline;

    private static readonly LocalDateTimePattern MomentPattern = LocalDateTimePattern.CreateWithInvariantCulture("uuuu-MM-dd HH:mm:ss");

    /// <summary>"A Microsoft 365 licence", "an Azure reservation", "my licence seats": the special word rules out the general one.</summary>
    private static readonly (RefundCase Special, RefundCase General)[] Special =
    [
        (RefundCase.AddedSeats, RefundCase.License),
        (RefundCase.PerpetualSoftware, RefundCase.License),
        (RefundCase.SoftwareSubscription, RefundCase.License),
        (RefundCase.MarketplaceSaas, RefundCase.License),
        (RefundCase.BusinessCentral, RefundCase.License),
        (RefundCase.BusinessCentral, RefundCase.MarketplaceSaas),
        (RefundCase.Reservation, RefundCase.AzurePlan),
    ];

    /// <param name="words">What was said, over all turns of the question.</param>
    /// <param name="language">Of the words.</param>
    /// <param name="held">Subscriptions of the person's customer; none for a guest.</param>
    /// <param name="articleId">The article before, which may be about one case.</param>
    /// <param name="now">On the clock of whoever asks.</param>
    public RefundQuestion Read(string words, Language language, IReadOnlyList<Subscription> held, string? articleId, LocalDateTime now)
    {
        var moment = Moments(words, language, now).Max();
        var day = moment?.Date ?? Days(words, language, now).Max();
        var whole = WholeNames(words, held);
        var cases = Cases(whole.Count > 0 ? words.Replace(whole[0].ProductName, " ", StringComparison.OrdinalIgnoreCase) : words, language);
        var named = whole.Count > 0 ? whole : Fitting(PartNames(words, held), held, cases, hasDay: day is not null);
        return new RefundQuestion
        {
            Subscriptions = named,
            Cases = cases.Count == 0 && named.Count == 0 && CaseOf(articleId) is { } said ? [said] : cases,
            NamesProduct = Says(words, language, "Product"),
            Day = day,
            Moment = moment,
            Era = QueryHints.Read(TextFolding.Fold(words)).Era,
            IsUpgrade = articleId is "upgrade-window" || Says(words, language, "Upgrade"),
        };
    }

    public bool IsDoubt(string words, Language language) => Says(words, language, "Doubt");

    private List<RefundCase> Cases(string words, Language language)
    {
        List<RefundCase> said =
        [
            .. new[]
            {
                RefundCase.License, RefundCase.AddedSeats, RefundCase.SoftwareSubscription, RefundCase.PerpetualSoftware,
                RefundCase.MarketplaceSaas, RefundCase.BusinessCentral, RefundCase.AzurePlan, RefundCase.Reservation,
            }.Where(refundCase => Says(words, language, refundCase.ToString())),
        ];
        return [.. said.Where(general => !Special.Any(pair => pair.General == general && said.Contains(pair.Special)))];
    }

    private static List<Subscription> WholeNames(string words, IReadOnlyList<Subscription> held)
    {
        var whole = held.Where(subscription => words.Contains(subscription.ProductName, StringComparison.OrdinalIgnoreCase)).ToList();
        return whole.FindAll(subscription => subscription.ProductName.Length == whole.Max(other => other.ProductName.Length));
    }

    /// <summary>Those that share most of the words that tell them apart.</summary>
    private static List<Subscription> PartNames(string words, IReadOnlyList<Subscription> held)
    {
        var said = Words().Matches(words.Normalize(NormalizationForm.FormKC)).Select(word => word.Value).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var scored = held.Select(subscription => (Subscription: subscription, Score: Words().Matches(subscription.ProductName)
            .Count(word => !Generic().IsMatch(word.Value) && said.Contains(word.Value)))).Where(scored => scored.Score > 0).ToList();
        return [.. scored.Where(best => best.Score == scored.Max(other => other.Score)).Select(best => best.Subscription)];
    }

    /// <summary>"Our Azure reservation" means no Azure plan, and without a name all reservations.</summary>
    private static List<Subscription> Fitting(List<Subscription> named, IReadOnlyList<Subscription> held, List<RefundCase> cases, bool hasDay)
    {
        if (cases is not [var only] || only is RefundCase.License or RefundCase.AddedSeats)
        {
            return named;
        }

        var fitting = named.FindAll(subscription => SubscriptionCases.Fits(subscription.Kind, only));
        return fitting.Count > 0 || hasDay ? fitting : [.. held.Where(subscription => SubscriptionCases.Fits(subscription.Kind, only))];
    }

    private IEnumerable<LocalDate?> Days(string words, Language language, LocalDateTime now) => Values(words, language, now, "datetimeV2.date")
        .Select(value => LocalDatePattern.Iso.Parse(value))
        .Select(parsed => parsed is { Success: true, Value: var day } && day <= now.Date ? (LocalDate?)day : null);

    private IEnumerable<LocalDateTime?> Moments(string words, Language language, LocalDateTime now) =>
        Values(words, language, now, "datetimeV2.datetime")
            .Select(value => MomentPattern.Parse(value))
            .Select(parsed => parsed is { Success: true, Value: var at } && at < now ? (LocalDateTime?)at : null);

    private IEnumerable<string> Values(string words, Language language, LocalDateTime now, string type) =>
        dates.Recognize(words, language.Code, now).Where(found => found.TypeName == type)
            .SelectMany(found => found.Values)
            .Where(value => value.GetValueOrDefault("timex") is not TimexPeriod.Present)
            .Select(value => value.GetValueOrDefault("value") ?? "");

    private bool Says(string words, Language language, string key) =>
        Regex.IsMatch(words.Normalize(NormalizationForm.FormKC), phrases[language, key], Ignoring, Regex.InfiniteMatchTimeout);

    private static RefundCase? CaseOf(string? articleId) => articleId switch
    {
        "cancel-subscription-new" or "upgrade-window" => RefundCase.License,
        "cancel-subscription-legacy" => RefundCase.LegacyLicense,
        "reduce-seats-new" => RefundCase.AddedSeats,
        "reduce-seats-legacy" => RefundCase.LegacySeats,
        "cancel-software-subscription" => RefundCase.SoftwareSubscription,
        "return-perpetual-software" => RefundCase.PerpetualSoftware,
        "cancel-marketplace-saas" => RefundCase.MarketplaceSaas,
        "cancel-business-central" => RefundCase.BusinessCentral,
        _ => null,
    };

    [GeneratedRegex("[A-Za-z0-9]+|[^\\x00-\\x7F\\s、。（）]{2,}", RegexOptions.None, 10_000)]
    private static partial Regex Words();

    /// <summary>Words that many product names have; nor is a number a name.</summary>
    [GeneratedRegex("^(microsoft|office|dynamics|plan|for|pro|standard|premium|instance|[0-9]+)$", RegexOptions.IgnoreCase | RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex Generic();
}
