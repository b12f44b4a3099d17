using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Cases.Duties;

/// <summary>Something that the passing of time makes due on an open case.</summary>
internal interface ICaseDuty
{
    /// <param name="known">An open case.</param>
    /// <param name="plan">Name of the customer's plan; null for a guest.</param>
    /// <param name="now">The moment of the round.</param>
    bool IsDue(Case known, string? plan, Instant now);

    /// <summary>Does it, within a transaction in which it is still due; that one may be run again.</summary>
    Task DoAsync(BillingDb db, Case known, string? plan, Instant now, CancellationToken cancellationToken);

    /// <summary>Says it to whom the database does not tell it, once it is committed.</summary>
    void Committed(Case known)
    {
    }
}
