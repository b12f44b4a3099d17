using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support;
using BillingBot.Knowledge.Support.Routing;
using NodaTime;

namespace BillingBot.Console.Routing;

/// <summary>A case that was never opened, as the try-it box has it.</summary>
internal sealed class TrialDraft
{
    public string Words { get; set; } = "";

    /// <summary>Null: as the words say.</summary>
    public Classification? Classification { get; set; }

    /// <summary>Null: as the words say.</summary>
    public SupportProduct? Product { get; set; }
    public string? CustomerId { get; set; }
    public string Language { get; set; } = "en";
    public Urgency Urgency { get; set; } = Urgency.Normal;

    /// <summary>Wall-clock time in the partner's zone; null for now.</summary>
    public DateTime? At { get; set; }

    /// <summary>Not a customer's.</summary>
    public bool IsOwnTenant { get; set; }

    /// <summary>Staff could not settle it.</summary>
    public bool IsEscalation { get; set; }

    /// <summary>What a finished diagnosis found; none for one that has not begun.</summary>
    public Finding Finding { get; set; }

    public ClassifiedWords Understood => RoutingClassifier.Classify(Words, Product);

    /// <param name="customer">Null for a guest.</param>
    public RoutingInput ToInput(Customer? customer, PublishedOffer offer, Instant now)
    {
        var words = Understood;
        var at = At is { } local ? LocalDateTime.FromDateTime(local).InZoneLeniently(offer.Zone).ToInstant() : now;
        return new()
        {
            Classification = Classification ?? words.Classification,
            Product = words.Product,
            CustomerId = customer?.Id,
            CustomerGroup = customer?.Group,
            Plan = customer?.SupportPlan,
            Language = Language,
            IsOpen = offer.PlanOrFirst(customer?.SupportPlan)?.Calendar.IsOpen(at),
            Urgency = Urgency,
            IsDispute = words.IsDispute,
            AskedForMicrosoft = words.AskedForMicrosoft,
            IsBoughtDirect = words.IsBoughtDirect,
            IsOwnTenant = IsOwnTenant,
            IsEscalation = IsEscalation,
            Diagnosis = Finding is Finding.None
                ? Diagnosis.NotBegun
                : new() { Done = Enum.GetValues<DiagnosisStep>(), Finding = Finding },
            Now = at,
        };
    }
}
