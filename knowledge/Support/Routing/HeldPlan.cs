using NodaTime;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>A way to Microsoft's technical support that the partner holds.</summary>
public sealed class HeldPlan : IEdited
{
    public long Id { get; init; }

    /// <summary>Not <see cref="MicrosoftTier.CommercialSupport"/>, which every partner has.</summary>
    public required MicrosoftTier Tier { get; set; }

    /// <summary>Contract or access number, named when a request is filed.</summary>
    public string? Reference { get; set; }

    /// <summary>First and last day, UTC; null for open.</summary>
    public LocalDate? From { get; set; }
    public LocalDate? Until { get; set; }

    /// <summary>For counted incidents: how many are left; null for not counted.</summary>
    public int? IncidentsLeft { get; set; }
    public int Version { get; set; }

    public bool IsInForce(LocalDate today) => (From is null || From <= today) && (Until is null || today <= Until);
}
