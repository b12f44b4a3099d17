using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;
using static BillingBot.Knowledge.Support.Routing.MicrosoftTier;
using static BillingBot.Knowledge.Support.Routing.ReasonCode;
using static BillingBot.Tests.Support.Routing.Situations.Given;

namespace BillingBot.Tests.Support.Routing.Situations;

/// <summary>What stays with the partner before a technical case may leave: S12 to S14, S19, F57, F59.</summary>
internal static class DiagnosisSituations
{
    private static readonly RoutingTable Premier = DirectBill(PremierSupportForPartners);

    public static IEnumerable<Situation> All =>
    [
        new("A new fault is diagnosed first", Fault(), Premier, "Queue:technical", ByRule, DiagnosisFirst),
        new("A critical fault is diagnosed first too", Fault() with { Urgency = Urgency.Critical }, Premier, "Queue:technical", ByRule, DiagnosisFirst),
        new("Whoever asks for Microsoft is diagnosed first", Fault() with { AskedForMicrosoft = true }, Premier,
            "Queue:technical", CustomerCannotFile, ByRule, DiagnosisFirst),
        new("Pressing for escalation does not skip the diagnosis", Fault() with { IsEscalation = true }, Premier, "Queue:technical", ByRule, DiagnosisFirst),
        new("Without service health nothing leaves", Skipping(DiagnosisStep.ServiceHealth), Premier, "Queue:technical", ByRule, DiagnosisFirst),
        new("Without a look at the subscription nothing leaves", Skipping(DiagnosisStep.Subscription), Premier, "Queue:technical", ByRule, DiagnosisFirst),
        new("Without the recent changes nothing leaves", Skipping(DiagnosisStep.RecentChanges), Premier, "Queue:technical", ByRule, DiagnosisFirst),
        new("Without the boundary nothing leaves", Skipping(DiagnosisStep.Boundary), Premier, "Queue:technical", ByRule, DiagnosisFirst),
        new("A product must be known", Diagnosed(product: null), Premier, "Queue:technical", ByRule, DiagnosisFirst),
        new("A diagnosis without a finding is not done", Diagnosed(finding: Finding.None), Premier, "Queue:technical", ByRule, DiagnosisFirst),
        new("A reseller diagnoses as well", Fault(), Reseller(), "Queue:technical", ByRule, DiagnosisFirst),
        new("An incident that service health lists is not filed again", Listed(), Premier, "Queue:technical", ByRule, KnownIncident),
        new("What lies inside the boundary the partner solves", Diagnosed(boundary: Licences), Premier.WithBoundaries(),
            "Queue:technical", ByRule, InsideBoundary),
        new("Inside the boundary also when staff would rather pass it on", Diagnosed(boundary: Licences) with { IsEscalation = true }, Premier.WithBoundaries(),
            "Queue:technical", ByRule, InsideBoundary),
        new("A reseller solves what lies inside its boundary", Diagnosed(boundary: Licences), Reseller().WithBoundaries(),
            "Queue:technical", ByRule, InsideBoundary),
        new("A boundary line of another product does not hold it back", Diagnosed(SupportProduct.Microsoft365, boundary: Licences), Premier.WithBoundaries(),
            "Microsoft:PremierSupportForPartners", ByRule, BoundaryNotPublished, Found, PlanHeld, FirstResponse) { KeptIn = "technical" },
        new("The customer's own set-up is nothing for Microsoft", Diagnosed(finding: Finding.CustomerSetup), Premier,
            "Queue:technical", ByRule, CustomerSetup),
        new("A fault of the platform leaves", Diagnosed(boundary: Platform), Premier.WithBoundaries(),
            "Microsoft:PremierSupportForPartners", ByRule, OutsideBoundary, Found, PlanHeld, FirstResponse) { KeptIn = "technical" },
        new("What no line of the table covers leaves", Diagnosed(), Premier.WithBoundaries(),
            "Microsoft:PremierSupportForPartners", ByRule, OutsideBoundary, Found, PlanHeld, FirstResponse) { KeptIn = "technical" },
        .. Leaving(Finding.UndocumentedFault, Finding.Outage, Finding.Bug, Finding.NetworkFault, Finding.RegionalFault, Finding.BeyondUs),
        new("A fault of the partner's own tenant is not covered this way", Diagnosed() with { IsOwnTenant = true }, Premier,
            "Queue:technical", ByRule, OwnTenant),
    ];

    /// <summary>Each finding of F57, and S14's "cannot solve it".</summary>
    private static IEnumerable<Situation> Leaving(params IEnumerable<Finding> findings) => findings.Select(finding => new Situation(
        $"{finding} leaves", Diagnosed(finding: finding), Premier,
        "Microsoft:PremierSupportForPartners", ByRule, BoundaryNotPublished, Found, PlanHeld, FirstResponse)
    { KeptIn = "technical" });

    private static RoutingInput Skipping(DiagnosisStep step)
    {
        var input = Diagnosed();
        return input with { Diagnosis = input.Diagnosis with { Done = [.. input.Diagnosis.Done.Where(done => done != step)] } };
    }

    private static RoutingInput Listed()
    {
        var input = Diagnosed(finding: Finding.None);
        return input with { Diagnosis = input.Diagnosis with { IsKnownIncident = true } };
    }
}
