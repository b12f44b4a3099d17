namespace BillingBot.Channels.DirectLine;

/// <summary>What a presented token is worth.</summary>
internal abstract record TokenReading
{
    private TokenReading()
    {
    }

    public sealed record Valid(TokenGrant Grant) : TokenReading;

    /// <summary>Ours, but too old.</summary>
    public sealed record Expired : TokenReading;

    /// <summary>Not ours, changed, or made for something else.</summary>
    public sealed record Invalid : TokenReading;
}
