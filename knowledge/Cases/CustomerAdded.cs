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

    /// <summary>Routes it again when it is about something else now.</summary>
    public Func<BillingDb, Case, Instant, CancellationToken, Task>? Reroute { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }

    /// <exception cref="InvalidOperationException">Staff closed it meanwhile: nobody would read what is added.</exception>
    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var known = await db.Cases.AsTracking().SingleAsync(known => known.Id == CaseId, cancellationToken);
        if (!known.IsOpen)
        {
            throw new InvalidOperationException("Only to an open case something can be added.");
        }

        var before = (known.Urgency, known.Product, known.Classification);
        known.LastCustomerAt = now;

        // Whoever waits has been told once that it takes longer.
        known.CustomerRemindedAt = known.Status == CaseStatus.Waiting ? known.CustomerRemindedAt : null;
        (known.Urgency, known.Product) = (Urgency ?? known.Urgency, Product ?? known.Product);
        (known.Email, known.Phone) = (Email ?? known.Email, Phone ?? known.Phone);
        known.Classification = Classification ?? known.Classification;
        if (known.Urgency != before.Urgency)
        {
            SlaClock.Unpromise(known);
        }

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

        if (known.OwnerId is null && before != (known.Urgency, known.Product, known.Classification)
            && Reroute is { } reroute)
        {
            await reroute(db, known, now, cancellationToken);
        }
    }
}
