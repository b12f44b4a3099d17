namespace BillingBot.Conversation;

/// <summary>Which replies of a turn go into the answer of the request that brought it, instead of to the channel.</summary>
internal enum RepliesInRequest
{
    None,

    /// <summary>A pressed card button: the first takes the card's place, the rest follow as messages.</summary>
    First,

    /// <summary>deliveryMode expectReplies.</summary>
    All,
}
