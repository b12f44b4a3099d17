using BillingBot.Knowledge.Billing;
using NodaTime;

namespace BillingBot.Reminders;

/// <summary>A billing contact who wants reminders.</summary>
/// <param name="Person">With their customer.</param>
/// <param name="Since">When they asked for it: what they knew by then they are not reminded of.</param>
internal sealed record Recipient(Person Person, Instant Since)
{
    public Customer Customer => Person.Customer!;
    public DateTimeZone Zone => DateTimeZoneProviders.Tzdb[Customer.TimeZone];
    public LocalDate AskedOn => Today(Since);

    public LocalDate Today(Instant now) => now.InZone(Zone).Date;
}
