namespace BillingBot.Knowledge.Support;

/// <param name="Kind">What the address is for.</param>
/// <param name="Address">A number, an e-mail address or a link, as the partner published it.</param>
public sealed record SupportContact(ContactKind Kind, string Address);
