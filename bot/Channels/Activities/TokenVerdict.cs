namespace BillingBot.Channels.Activities;

/// <summary>What an inbound token is worth.</summary>
internal abstract record TokenVerdict
{
    private TokenVerdict()
    {
    }

    public sealed record Accepted : TokenVerdict;

    /// <param name="Reason">For the log: never any part of the token.</param>
    public sealed record Refused(string Reason) : TokenVerdict;
}
