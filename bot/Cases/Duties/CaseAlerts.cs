using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Storage;
using NodaTime;

namespace BillingBot.Cases.Duties;

/// <summary>Writes alerts into the history of a case.</summary>
internal static class CaseAlerts
{
    public static void Add(BillingDb db, Case known, CaseAlert alert, Instant now) =>
        db.Add(new CaseEvent { CaseId = known.Id, Kind = CaseEventKind.Alert, At = now, By = "bot", Text = alert.ToString() });
}
