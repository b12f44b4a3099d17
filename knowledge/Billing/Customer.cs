namespace BillingBot.Knowledge.Billing;

/// <summary>An organisation that buys from the partner.</summary>
public sealed class Customer
{
    /// <summary>The group of whoever is in no other.</summary>
    public const string StandardGroup = "standard";

    /// <summary>Short key, for example <c>contoso</c>.</summary>
    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Preferred language, <c>en</c> or <c>ja</c>.</summary>
    public required string Language { get; set; }

    /// <summary>IANA time zone.</summary>
    public required string TimeZone { get; set; }

    /// <summary>Name of the support plan the customer has, as in the partner's published offer.</summary>
    public required string SupportPlan { get; set; }

    /// <summary>Microsoft Entra tenant id, stored in lower case.</summary>
    public string? TenantId { get; set; }

    /// <summary>The customer group of the collections policy, for example <c>standard</c> or <c>public-sector</c>.</summary>
    public string Group { get; set; } = StandardGroup;
}
