namespace BillingBot.Knowledge.Support.Routing;

/// <summary>One line of what the partner must solve itself for a product, and what only Microsoft can. Each partner writes its own; there is no default.</summary>
public sealed class SupportBoundary : IEdited
{
    public long Id { get; init; }
    public required SupportProduct Product { get; set; }

    /// <summary>One line, for example "Password resets and licences".</summary>
    public required string Topic { get; set; }
    public required BoundaryKeeper SolvedBy { get; set; }
    public int Version { get; set; }
}
