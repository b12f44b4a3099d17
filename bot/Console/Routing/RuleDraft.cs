using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;

namespace BillingBot.Console.Routing;

/// <summary>A rule as its form has it.</summary>
internal sealed record RuleDraft
{
    public string Name { get; set; } = "";
    public bool Enabled { get; set; } = true;
    public Classification? Classification { get; set; }
    public SupportProduct? Product { get; set; }
    public string? CustomerId { get; set; }
    public string? CustomerGroup { get; set; }
    public string? Plan { get; set; }
    public string? Language { get; set; }
    public OpeningCondition? Hours { get; set; }
    public PartnerModel? Model { get; set; }
    public Urgency? AtLeast { get; set; }

    /// <summary>Kind and key, as one choice: <c>Queue:billing</c>, <c>Microsoft:</c>.</summary>
    public string Goal { get; set; } = GoalOf(DestinationKind.Queue, null);
    public string? KeepIn { get; set; }

    /// <summary>Only what leaves the house is kept in another queue.</summary>
    public bool MayKeep => Destination is not DestinationKind.Queue;

    private DestinationKind Destination => Enum.Parse<DestinationKind>(Goal[..Goal.IndexOf(':', StringComparison.Ordinal)]);

    private string Target => Goal[(Goal.IndexOf(':', StringComparison.Ordinal) + 1)..];

    public static string GoalOf(DestinationKind kind, string? target) => $"{kind}:{target}";

    public static RuleDraft Of(RoutingRule rule) => new()
    {
        Name = rule.Name,
        Enabled = rule.Enabled,
        Classification = rule.Classification,
        Product = rule.Product,
        CustomerId = rule.CustomerId,
        CustomerGroup = rule.CustomerGroup,
        Plan = rule.Plan,
        Language = rule.Language,
        Hours = rule.Hours,
        Model = rule.Model,
        AtLeast = rule.AtLeast,
        Goal = GoalOf(rule.Destination, rule.Target),
        KeepIn = rule.KeepIn,
    };

    /// <param name="id">Zero for a new one.</param>
    /// <param name="version">That was read.</param>
    public RoutingRule ToRule(long id, int version) => new()
    {
        Id = id,
        Order = 0,
        Name = Name.Trim(),
        Enabled = Enabled,
        Classification = Classification,
        Product = Product,
        CustomerId = CustomerId,
        CustomerGroup = CustomerGroup,
        Plan = Plan,
        Language = Language,
        Hours = Hours,
        Model = Model,
        AtLeast = AtLeast,
        Destination = Destination,
        Target = Target,
        KeepIn = MayKeep ? KeepIn : null,
        Version = version,
    };
}
