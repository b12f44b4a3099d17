namespace BillingBot.Protocol;

/// <summary>
/// A button. imBack sends <c>Title</c> on some clients and <c>Value</c> on others, so both must be equal.
/// </summary>
internal sealed record CardAction(string Type, string Title, string Value)
{
    public static CardAction ImBack(string label) => new("imBack", label, label);
}
