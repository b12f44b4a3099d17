using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>Routes a case again after staff set it right: sets its queue and decision, within the transaction.</summary>
/// <returns>Why it goes where it goes, for the history; null when nothing changed.</returns>
internal delegate Task<string?> RerouteCase(BillingDb db, Case known, Instant now, CancellationToken cancellationToken);
