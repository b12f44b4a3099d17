using BillingBot.Knowledge.Support;
using NodaTime;

namespace BillingBot.Console.Knowledge;

/// <summary>Says when something happened, in the partner's time and the form of the console's language.</summary>
internal sealed class Moments(PublishedOffer offer, StaffLanguage spoken, IClock clock)
{
    public LocalDate Today => clock.GetCurrentInstant().InZone(offer.Zone).Date;

    public string Say(Instant at) => at.InZone(offer.Zone).LocalDateTime.ToString("g", spoken.Now.Culture);
}
