namespace BillingBot.Channels.DirectLine;

/// <summary>Who calls.</summary>
internal abstract record Caller
{
    private Caller()
    {
    }

    /// <summary>A server that holds the secret: every conversation.</summary>
    public sealed record Server : Caller;

    /// <summary>A client that holds a token: one user in one conversation.</summary>
    public sealed record User(TokenGrant Grant) : Caller;

    /// <summary>Nobody who may call.</summary>
    public sealed record Refused(IResult Answer) : Caller;
}
