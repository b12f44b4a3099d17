using System.Text.Json.Serialization;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Who is to solve a case.</summary>
/// <param name="Name">The queue's or provider's id; for Microsoft the name of the <see cref="MicrosoftTier"/>.</param>
public sealed record Destination(DestinationKind Kind, string Name)
{
    public static Destination Queue(string id) => new(DestinationKind.Queue, id);

    public static Destination Microsoft(MicrosoftTier tier) => new(DestinationKind.Microsoft, tier.ToString());

    /// <summary>A dispatch carries it there.</summary>
    [JsonIgnore]
    public bool IsProvider => Kind is DestinationKind.Provider or DestinationKind.IndirectProvider;

    /// <summary>The way to Microsoft; null for everybody else.</summary>
    [JsonIgnore]
    public MicrosoftTier? Tier => Kind is DestinationKind.Microsoft && Enum.TryParse<MicrosoftTier>(Name, out var tier) ? tier : null;

    public override string ToString() => $"{Kind}:{Name}";
}
