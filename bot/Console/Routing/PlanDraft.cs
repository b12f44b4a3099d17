using BillingBot.Knowledge.Support.Routing;
using NodaTime;

namespace BillingBot.Console.Routing;

/// <summary>A plan held with Microsoft as its form has it.</summary>
internal sealed record PlanDraft
{
    public MicrosoftTier Tier { get; set; } = MicrosoftTier.AdvancedSupportForPartners;
    public string? Reference { get; set; }
    public DateOnly? From { get; set; }
    public DateOnly? Until { get; set; }
    public int? IncidentsLeft { get; set; }

    /// <summary>Only incidents are counted.</summary>
    public bool IsCounted => Tier is MicrosoftTier.ProductSupportIncidents;

    public static PlanDraft Of(HeldPlan plan) => new()
    {
        Tier = plan.Tier,
        Reference = plan.Reference,
        From = plan.From?.ToDateOnly(),
        Until = plan.Until?.ToDateOnly(),
        IncidentsLeft = plan.IncidentsLeft,
    };

    /// <param name="id">Zero for a new one.</param>
    public HeldPlan ToPlan(long id, int version) => new()
    {
        Id = id,
        Tier = Tier,
        Reference = Reference,
        From = From is { } from ? LocalDate.FromDateOnly(from) : null,
        Until = Until is { } until ? LocalDate.FromDateOnly(until) : null,
        IncidentsLeft = IsCounted ? IncidentsLeft : null,
        Version = version,
    };
}
