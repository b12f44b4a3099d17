namespace BillingBot.Knowledge.Support.Routing;

/// <summary>How the partner stands towards Microsoft; one row. That it is there says that the defaults were written.</summary>
public sealed class PartnerProfile : IEdited
{
    public const int Only = 1;

    public int Id { get; init; } = Only;
    public PartnerModel Model { get; set; }
    public int Version { get; set; }
}
