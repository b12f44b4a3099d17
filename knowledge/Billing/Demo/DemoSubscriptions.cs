using BillingBot.Knowledge.Articles;
using NodaTime;

namespace BillingBot.Knowledge.Billing.Demo;

/// <summary>What the demo customers have bought, seen from a day; some windows to cancel are open, some not known.</summary>
internal sealed class DemoSubscriptions(LocalDate today)
{
    public const string BusinessPremium = "Microsoft 365 Business Premium";
    public const string SalesProfessional = "Dynamics 365 Sales Professional";
    public const string Visio = "Visio Plan 2";
    public const string JapanE3 = "Microsoft 365 E3";
    public const string LegacyE1 = "Office 365 E1";
    public const string AzurePlan = "Azure plan";

    public Subscription ContosoSeats { get; } = License("contoso-m365-bp", "contoso", BusinessPremium, 30, today.PlusMonths(-8));
    public Subscription ContosoAzure { get; } = Azure("contoso-azure", "contoso");
    public Subscription ContosoReservation { get; } = new()
    {
        Id = "contoso-vm-reservation",
        CustomerId = "contoso",
        ProductName = "Reserved VM Instance, D4s v5",
        Product = Product.Azure,
        Kind = SubscriptionKind.Reservation,
        Era = PlatformEra.NewCommerce,
        Term = "P1Y",
        BillingCycle = "P1M",
        Seats = 2,
        TermStartedAt = At(today.PlusMonths(-7)),
        RenewsOn = today.PlusMonths(5),
    };

    public Subscription ContosoSales { get; } = License("contoso-sales", "contoso", SalesProfessional, 8, today.PlusMonths(-5), Product.Dynamics365);
    public Subscription AdventureSeats { get; } = License("adventure-e3", "adventure", JapanE3, 18, today.PlusMonths(-10));
    public Subscription AdventureAzure { get; } = Azure("adventure-azure", "adventure");
    public Subscription FabrikamSeats { get; } = License("fabrikam-e1", "fabrikam", LegacyE1, 12, today.PlusMonths(-14), era: PlatformEra.Legacy);

    public IEnumerable<Subscription> All() =>
    [
        ContosoSeats, ContosoAzure, ContosoReservation, ContosoSales, AdventureSeats, AdventureAzure, FabrikamSeats,
        License("contoso-power-bi", "contoso", "Power BI Pro", 6, today.PlusDays(-3)),
        License("contoso-visio", "contoso", Visio, 3, bought: null, era: PlatformEra.Any),
        Other("contoso-windows-server", "Windows Server 2025 Standard", SubscriptionKind.PerpetualSoftware, today.PlusDays(-10)),
        Other("contoso-backup", "Tailspin Backup for Microsoft 365", SubscriptionKind.MarketplaceSaas, today.PlusDays(-1)),
    ];

    private static Subscription License(
        string id, string customerId, string name, int seats, LocalDate? bought, Product product = Product.Microsoft365, PlatformEra era = PlatformEra.NewCommerce) => new()
        {
            Id = id,
            CustomerId = customerId,
            ProductName = name,
            Product = product,
            Kind = SubscriptionKind.License,
            Era = era,
            Term = "P1Y",
            BillingCycle = "P1M",
            Seats = seats,
            TermStartedAt = bought is { } day ? At(day) : null,
            RenewsOn = bought?.PlusYears(1),
        };

    private static Subscription Azure(string id, string customerId) => new()
    {
        Id = id,
        CustomerId = customerId,
        ProductName = AzurePlan,
        Product = Product.Azure,
        Kind = SubscriptionKind.AzurePlan,
        Era = PlatformEra.NewCommerce,
        BillingCycle = "P1M",
    };

    private static Subscription Other(string id, string name, SubscriptionKind kind, LocalDate bought) => new()
    {
        Id = id,
        CustomerId = "contoso",
        ProductName = name,
        Product = Product.Any,
        Kind = kind,
        Era = PlatformEra.NewCommerce,
        Seats = 1,
        TermStartedAt = At(bought),
    };

    private static Instant At(LocalDate day) => day.At(new LocalTime(9, 30)).InUtc().ToInstant();
}
