namespace BillingBot.Channels.Activities;

/// <summary>What an inbound token is worth.</summary>
internal abstract record TokenVerdict
{
    private TokenVerdict()
    {
    }

    /// <param name="IsChannel">The Bot Service signed it, so the channel vouches for what the activity says of its sender.</param>
    public sealed record Accepted(bool IsChannel) : TokenVerdict;

    /// <param name="Reason">For the log: never any part of the token.</param>
    public sealed record Refused(string Reason) : TokenVerdict;
}
