namespace BillingBot.Skills.Share;

/// <summary>What became of a request to share.</summary>
internal abstract record AccessRequest
{
    private AccessRequest()
    {
    }

    /// <param name="Names">The billing contacts who get a mail; empty when the customer has none, and staff alone know.</param>
    public sealed record Asked(IReadOnlyList<string> Names) : AccessRequest;

    /// <summary>The same was asked today.</summary>
    public sealed record AskedBefore : AccessRequest;
    public sealed record TooMany : AccessRequest;
}
