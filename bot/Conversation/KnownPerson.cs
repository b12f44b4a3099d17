using NodaTime;

namespace BillingBot.Conversation;

/// <summary>A recognised person and their customer, as far as skills need them.</summary>
/// <param name="Id">Key of the person.</param>
/// <param name="Name">How to address them.</param>
/// <param name="CustomerId">Key of the customer: part of every query for something that belongs to it.</param>
/// <param name="TimeZone">IANA zone of the customer.</param>
/// <param name="SupportPlan">Name of the plan in the partner's published offer.</param>
/// <param name="IsBillingContact">May see amounts.</param>
/// <param name="Language">Preferred language code.</param>
/// <param name="CustomerGroup">The customer's group in the collections policy.</param>
internal sealed record KnownPerson(
    string Id, string Name, string CustomerId, string TimeZone, string SupportPlan, bool IsBillingContact, string Language,
    string CustomerGroup)
{
    /// <summary>Until when a code that they typed in this conversation counts; null when they typed none.</summary>
    public Instant? VerifiedUntil { get; init; }

    /// <summary>The customer's.</summary>
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[TimeZone];

    /// <summary>The calendar day where the customer is.</summary>
    public LocalDate Today(Instant now) => now.InZone(Zone).Date;
}
