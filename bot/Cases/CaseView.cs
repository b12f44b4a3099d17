using BillingBot.Knowledge.Cases;

namespace BillingBot.Cases;

/// <summary>A case as its page shows it, beside transcript and history, which are read by number.</summary>
/// <param name="Case">As it is now; words in it are the customer's: untrusted, shown as text.</param>
/// <param name="Channel">Channel id of the conversation.</param>
/// <param name="Sla">Colour and due time.</param>
/// <param name="Customer">Null for a guest.</param>
/// <param name="Others">Other cases of the customer, or of the guest's conversation, newest first.</param>
internal sealed record CaseView(
    Case Case, string Channel, SlaPosition Sla, CustomerPanel? Customer, IReadOnlyList<Case> Others);
