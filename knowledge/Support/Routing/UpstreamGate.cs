using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>
/// What a case must have behind it before it goes to Microsoft, or from an indirect reseller to its provider: commercial
/// ones and fraud when staff could not settle them; technical ones after the diagnosis, and outside the baseline boundary.
/// </summary>
internal static class UpstreamGate
{
    /// <returns>Null: it stays in the partner's queue. The reasons say why, either way.</returns>
    public static Destination? Pass(RoutingInput input, RoutingTable table, List<RoutingReason> reasons)
    {
        if (input.IsOwnTenant)
        {
            reasons.Add(new(ReasonCode.OwnTenant));
            return null;
        }

        if (input.Classification is not Classification.Technical && !input.IsEscalation)
        {
            reasons.AddRange(OwnQueue.Reasons(input));
            return null;
        }

        if (input.Classification is Classification.Fraud)
        {
            reasons.Add(new(ReasonCode.FraudEscalates));
            return Leave(table, reasons, Commercial);
        }

        if (input.Diagnosis.Finding is Finding.CommerceSystem)
        {
            reasons.Add(new(ReasonCode.MarketplaceSystem));
            return Leave(table, reasons, Commercial);
        }

        if (input is { Product: SupportProduct.Marketplace })
        {
            reasons.Add(new(ReasonCode.MarketplaceBilling));
            return null;
        }

        if (input.Classification is Classification.Commercial)
        {
            return Leave(table, reasons, Commercial);
        }

        return DiagnosisGate.Pass(input, table, reasons)
            ? Leave(table, reasons, list => PlanCoverage.Choose(input, table, list))
            : null;
    }

    private static Destination? Leave(RoutingTable table, List<RoutingReason> reasons, Func<List<RoutingReason>, Destination?> toMicrosoft)
    {
        if (table.Model is PartnerModel.DirectBill)
        {
            return toMicrosoft(reasons);
        }

        reasons.Add(new(ReasonCode.IndirectResellerCannotFile));
        if (table.IndirectProvider is not { } provider)
        {
            reasons.Add(new(ReasonCode.NoIndirectProvider));
            return null;
        }

        reasons.Add(new(ReasonCode.ProviderTakes, RoutingFact.Text(provider.Name)));
        return new(DestinationKind.IndirectProvider, provider.Id);
    }

    private static Destination Commercial(List<RoutingReason> reasons)
    {
        reasons.Add(new(ReasonCode.CommercialEntitlement));
        reasons.Add(new(ReasonCode.FirstResponseWorkingDay));
        return Destination.Microsoft(MicrosoftTier.CommercialSupport);
    }
}
