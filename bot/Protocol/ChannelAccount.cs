namespace BillingBot.Protocol;

/// <summary>A user or bot on a channel. <c>AadObjectId</c> is trustworthy only in an authenticated channel activity.</summary>
internal sealed record ChannelAccount
{
    public string? Id { get; init; }
    public string? Name { get; init; }
    public string? AadObjectId { get; init; }
    public string? Role { get; init; }
}
