using BillingBot.Knowledge.Cases;
using NodaTime;

namespace BillingBot.Cases.Duties;

/// <summary>Measures time as the customer's plan counts it; around the clock where the partner has published none.</summary>
internal sealed class PlanHours(SlaClock sla)
{
    public bool HavePassed(string? plan, Instant? since, int minutes, Instant now)
    {
        var from = since ?? now;
        var passed = sla.Plan(plan) is { Calendar: var calendar } ? BusinessTime.Between(calendar, from, now) : now - from;
        return passed >= Duration.FromMinutes(minutes);
    }

    public bool AreNow(string? plan, Instant now) => sla.Plan(plan)?.Calendar.IsOpen(now) ?? true;
}
