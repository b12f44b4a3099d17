using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Support;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Reminders;

/// <summary>When a customer may be reminded: in their day, and on a day on which we can be asked back.</summary>
internal sealed class ReminderTimes(PublishedOffer offer, IOptions<ReminderOptions> options)
{
    public bool Allow(Customer customer, Instant now)
    {
        var local = now.InZone(DateTimeZoneProviders.Tzdb[customer.TimeZone]);
        return !options.Value.QuietHours.Cover(local.TimeOfDay.ToTimeOnly())
            && (options.Value.OnClosedDays || offer.Plan(customer.SupportPlan)?.Calendar.SpansOn(now.InZone(offer.Zone).Date) is not { IsClosed: true });
    }
}
