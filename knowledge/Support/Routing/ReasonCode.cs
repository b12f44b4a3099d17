namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Why a case goes where it goes. S and F numbers: knowledge/Sources.md.</summary>
public enum ReasonCode
{
    /// <summary>The partner's rule {0} names the destination.</summary>
    ByRule,

    /// <summary>No rule matches: the queue for that classification.</summary>
    NoRule,

    /// <summary>A rule was passed over: provider {0} does not speak {1}.</summary>
    ProviderLacksLanguage,

    /// <summary>A rule was passed over: provider {0} is switched off, unknown or has no address.</summary>
    ProviderUnavailable,

    /// <summary>A rule was passed over: queue {0} does not exist.</summary>
    QueueUnknown,

    /// <summary>A rule was passed over: fraud leaves the house only by a rule that names it ({0}).</summary>
    FraudStaysInside,

    /// <summary>F07: whoever bought from Microsoft uses that product's portal.</summary>
    BoughtDirect,

    /// <summary>F06: the publisher helps with the product itself.</summary>
    MarketplacePublisher,

    /// <summary>F06: the partner is the first contact for billing and account.</summary>
    MarketplaceBilling,

    /// <summary>F06: the commerce system itself is Microsoft's.</summary>
    MarketplaceSystem,

    /// <summary>F04, S11: a customer cannot open a request with Microsoft; the partner does.</summary>
    CustomerCannotFile,

    /// <summary>F59: the partner's own tenant is not covered this way.</summary>
    OwnTenant,

    /// <summary>S2: the partner answers billing questions.</summary>
    BillingIsOurs,

    /// <summary>F57: billing disputes and suspected fraud may be taken to Microsoft.</summary>
    MayEscalate,

    /// <summary>S15: every partner has support for commercial problems.</summary>
    CommercialEntitlement,

    /// <summary>F57: suspected fraud is taken to Microsoft.</summary>
    FraudEscalates,

    /// <summary>S12, F57: steps {0...} come first.</summary>
    DiagnosisFirst,

    /// <summary>F57: service health lists it; nothing new is filed.</summary>
    KnownIncident,

    /// <summary>S13, S19: the partner solves {0} itself.</summary>
    InsideBoundary,

    /// <summary>S13, S14, S19: it lies outside what the partner must solve.</summary>
    OutsideBoundary,

    /// <summary>S19: the partner has written down no boundary for {0}; staff decided.</summary>
    BoundaryNotPublished,

    /// <summary>S13: the customer's set-up is not Microsoft's.</summary>
    CustomerSetup,

    /// <summary>F57, S14: the diagnosis found {0}.</summary>
    Found,

    /// <summary>S16 to S18, F61: {0} is held and covers {1}.</summary>
    PlanHeld,

    /// <summary>F60, F61: {0} is held and does not cover {1}.</summary>
    PlanDoesNotCover,

    /// <summary>{0} is not in force on {1}.</summary>
    PlanNotInForce,

    /// <summary>No incident of {0} is left.</summary>
    IncidentsUsedUp,

    /// <summary>F61: nothing that is held covers {0}.</summary>
    NoPlanCovers,

    /// <summary>S16 to S18, F60, F61: {0...} would.</summary>
    WouldCover,

    /// <summary>F56: direct bill asks for {0} or {1}.</summary>
    DirectBillNeedsPlan,

    /// <summary>F05: an indirect reseller asks its provider.</summary>
    IndirectResellerCannotFile,

    /// <summary>F05: and has entered none.</summary>
    NoIndirectProvider,

    /// <summary>S8: {0} takes it.</summary>
    ProviderTakes,

    /// <summary>F58: class {0}, first answer within {1} hours, in English.</summary>
    FirstResponse,

    /// <summary>F58: first answer within a working day.</summary>
    FirstResponseWorkingDay,
}
