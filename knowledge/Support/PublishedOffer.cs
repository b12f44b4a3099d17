using NodaTime;

namespace BillingBot.Knowledge.Support;

/// <summary>The support a partner offers its customers, in its own words. There is no default.</summary>
public sealed record PublishedOffer(string Partner, DateTimeZone Zone, IReadOnlyList<SupportPlan> Plans)
{
    /// <summary>A partner that has published nothing.</summary>
    public static readonly PublishedOffer Nothing = new("", DateTimeZone.Utc, []);

    public SupportPlan? Plan(string name) =>
        Plans.FirstOrDefault(plan => plan.Name.Equals(name, StringComparison.OrdinalIgnoreCase));

    /// <summary>The plan of that name; the first one for who has none that is published. Null when there is no plan at all.</summary>
    public SupportPlan? PlanOrFirst(string? name) => (name is null ? null : Plan(name)) ?? (Plans is [var first, ..] ? first : null);
}
