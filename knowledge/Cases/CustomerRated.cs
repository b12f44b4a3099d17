using System.Globalization;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Cases;

/// <summary>The customer says how a closed case went.</summary>
/// <param name="CaseId">Of the case.</param>
/// <param name="By">Name of who rates.</param>
/// <param name="Rating">1 (bad) to 5 (good).</param>
/// <param name="Words">Why, in their words; null when not said.</param>
public sealed record CustomerRated(long CaseId, string By, int Rating, string? Words) : ICaseChange
{
    /// <summary>Tells staff of it, in the same transaction; null for nobody.</summary>
    public Func<BillingDb, Case, Instant, CancellationToken, Task>? Tell { get; init; }

    public async Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken)
    {
        var known = await db.Cases.AsTracking().SingleAsync(known => known.Id == CaseId, cancellationToken);
        (known.Rating, known.RatingWords) = (Rating, Words ?? known.RatingWords);
        known.Version++;
        var rating = Rating.ToString(CultureInfo.InvariantCulture);
        db.Add(new CaseEvent { CaseId = CaseId, Kind = CaseEventKind.Rated, At = now, By = By, Text = Words is null ? rating : $"{rating}: {Words}" });
        if (Tell is { } tell)
        {
            await tell(db, known, now, cancellationToken);
        }
    }
}
