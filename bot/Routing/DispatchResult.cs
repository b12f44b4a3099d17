namespace BillingBot.Routing;

/// <summary>What became of one attempt to reach a provider. Reasons hold no words of the case and no secret; they are for staff.</summary>
internal abstract record DispatchResult
{
    private DispatchResult()
    {
    }

    /// <summary>The provider has it.</summary>
    public sealed record Accepted : DispatchResult;

    /// <summary>May go better later.</summary>
    public sealed record Transient(string Reason) : DispatchResult;

    /// <summary>Will not go better.</summary>
    public sealed record Permanent(string Reason) : DispatchResult;
}
