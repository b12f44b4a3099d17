namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Who solves it.</summary>
public enum BoundaryKeeper
{
    /// <summary>Within the baseline boundary: the partner must.</summary>
    Partner,
    Microsoft,
}
