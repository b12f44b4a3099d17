using BillingBot.Knowledge.Billing;

namespace BillingBot.Knowledge.Identity;

/// <summary>Somebody asks for a code.</summary>
/// <param name="ConversationId">Where it will be typed.</param>
/// <param name="Sequence">The inbound message that asks.</param>
/// <param name="SenderId">Who will type it.</param>
/// <param name="Address">The e-mail address as it was given; for a step-up the person's own.</param>
/// <param name="Write">Writes the mail with the code.</param>
public sealed record CodeRequest(long ConversationId, long Sequence, string SenderId, string Address, Func<Person, string, CodeMail> Write)
{
    /// <summary>The recognised person of a step-up; null for a guest, who is then looked up by the address.</summary>
    public string? PersonId { get; init; }
}
