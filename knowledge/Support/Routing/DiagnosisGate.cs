namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Whether a technical case is diagnosed, and lies outside what the partner must solve itself.</summary>
internal static class DiagnosisGate
{
    public static bool Pass(RoutingInput input, RoutingTable table, List<RoutingReason> reasons)
    {
        var diagnosis = input.Diagnosis;
        if (diagnosis.Missing(input.Product) is { Count: > 0 } missing)
        {
            reasons.Add(new(ReasonCode.DiagnosisFirst, [.. missing.Select(RoutingFact.Of)]));
            return false;
        }

        if (diagnosis.IsKnownIncident)
        {
            reasons.Add(new(ReasonCode.KnownIncident));
            return false;
        }

        var product = input.Product!.Value;
        var lines = table.Boundaries.Where(line => line.Product == product).ToList();
        var line = lines.Find(line => line.Id == diagnosis.BoundaryId);
        if (line is { SolvedBy: BoundaryKeeper.Partner })
        {
            reasons.Add(new(ReasonCode.InsideBoundary, RoutingFact.Text(line.Topic)));
            return false;
        }

        if (diagnosis.Finding is Finding.CustomerSetup)
        {
            reasons.Add(new(ReasonCode.CustomerSetup));
            return false;
        }

        reasons.Add(lines.Count == 0 ? new(ReasonCode.BoundaryNotPublished, RoutingFact.Of(product)) : new(ReasonCode.OutsideBoundary));
        reasons.Add(new(ReasonCode.Found, RoutingFact.Of(diagnosis.Finding)));
        return true;
    }
}
