using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>The customer adds something to an open case of theirs. What is null stays as it is.</summary>
/// <param name="CaseId">Of the case.</param>
/// <param name="By">Name of who adds it.</param>
/// <param name="Words">In their words; null when only the rest changes.</param>
public sealed record CustomerAdded(long CaseId, string By, string? Words) : ICaseChange
{
    public Urgency? Urgency { get; init; }
    public Product? Product { get; init; }
    public Classification? Classification { get; init; }

    /// <summary>Where it goes now, with the reasons in words.</summary>
    public (string Queue, string? Routing, string Words)? Route { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }

    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var known = await db.Cases.AsTracking().SingleAsync(known => known.Id == CaseId, cancellationToken);
        (known.LastCustomerAt, known.CustomerRemindedAt) = (now, null);
        (known.Urgency, known.Product) = (Urgency ?? known.Urgency, Product ?? known.Product);
        (known.Email, known.Phone) = (Email ?? known.Email, Phone ?? known.Phone);
        known.Classification = Classification ?? known.Classification;
        known.Version++;
        if (known.Status == CaseStatus.AwaitingCustomer)
        {
            known.Status = CaseStatus.Active;
            known.SlaRunningSince ??= now;
        }

        if (Words is { } words)
        {
            db.Add(new CaseEvent { CaseId = CaseId, Kind = CaseEventKind.Detail, At = now, By = By, Text = words });
        }

        if (Route is { } route && known.OwnerId is null)
        {
            (known.Queue, known.Routing) = (route.Queue, route.Routing);
            db.Add(new CaseEvent { CaseId = CaseId, Kind = CaseEventKind.Routed, At = now, By = "bot", Text = route.Words });
        }
    }
}
