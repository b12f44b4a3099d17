namespace BillingBot.Knowledge.Support;

/// <summary>How fast a plan promises to react, in minutes of its support hours.</summary>
/// <param name="FirstReply">Until somebody of the staff has answered; null for no promise.</param>
/// <param name="Resolve">Until it is solved, waiting for the customer not counted; null for no promise.</param>
public sealed record ResponseTarget(int? FirstReply, int? Resolve)
{
    public static readonly ResponseTarget None = new(null, null);
}
