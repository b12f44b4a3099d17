namespace BillingBot.Knowledge.Conversations;

/// <summary>The replies of one turn, while a request is to carry them. See <see cref="CarriedReplies"/>.</summary>
/// <param name="conversationId">Of the conversation.</param>
/// <param name="turn">Number of the inbound message that they answer.</param>
public sealed class Hold(long conversationId, long turn)
{
    public long ConversationId => conversationId;
    public long Turn => turn;

    /// <summary>Machine time from before the rows were taken.</summary>
    internal long Asked { get; set; }

    /// <summary>See <see cref="Message.TakenUntil"/>.</summary>
    internal long? Until { get; set; }
    internal bool IsOver { get; set; }
}
