namespace BillingBot.Conversation;

/// <summary>What happened.</summary>
internal enum TurnKind
{
    /// <summary>The customer wrote something or pressed a button.</summary>
    Message,

    /// <summary>Somebody came into the conversation.</summary>
    Joined,

    /// <summary>The customer gave a thumb up or down to a message.</summary>
    Feedback,

    /// <summary>The channel ended the conversation.</summary>
    Ended,
}
