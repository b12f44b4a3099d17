using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Routing;
using NodaTime;

namespace BillingBot.Knowledge.Support.Dispatch;

/// <summary>Routes a case with the turn that opens it; see <see cref="CaseRouter"/>.</summary>
public sealed record CaseRouted(Case Case, RoutingRecord Record, CaseRouting Routing) : ICaseChange
{
    public Task ApplyAsync(BillingDb db, Instant now, CancellationToken cancellationToken) =>
        Routing.ApplyAsync(db, Case, Record, now, cancellationToken);
}
