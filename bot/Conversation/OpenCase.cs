namespace BillingBot.Conversation;

/// <summary>The open case of the conversation, as far as a turn needs it.</summary>
/// <param name="Number">As the customer sees it.</param>
/// <param name="OwnerName">Who of the staff has taken over; null while nobody has: only then the bot may answer.</param>
/// <param name="PersonId">Whose case it is; null for a guest's.</param>
/// <param name="SenderId">The channel's id of who asked.</param>
internal sealed record OpenCase(long Number, string? OwnerName, string? PersonId, string SenderId)
{
    /// <summary>Whether who writes is who asked: others in a group steer nothing.</summary>
    public bool IsOf(Turn turn) => SenderId.Length > 0 && SenderId == turn.SenderId;
}
