namespace BillingBot.Knowledge.Support.Routing;

/// <summary>The ways to Microsoft's support. Source: Partner Center, "Escalating to Microsoft".</summary>
public enum MicrosoftTier
{
    /// <summary>Billing and subscriptions: every partner in the programme has it, at no charge.</summary>
    CommercialSupport,

    /// <summary>Premier or Unified Support for Partners, paid: every product.</summary>
    PremierSupportForPartners,

    /// <summary>Paid: cloud products; the least with which Dynamics 365 incidents can be filed.</summary>
    AdvancedSupportForPartners,

    /// <summary>Comes with programme benefits; formerly Signature Cloud Support.</summary>
    PartnerCloudSupport,

    /// <summary>Counted incidents that come with programme benefits, for software that the customer runs itself.</summary>
    ProductSupportIncidents,
}
