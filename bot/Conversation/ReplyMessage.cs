namespace BillingBot.Conversation;

/// <summary>One message to the customer, in the bot's own terms; the channel's renderer makes it an activity.</summary>
internal sealed record ReplyMessage
{
    /// <summary>Markdown.</summary>
    public string? Text { get; init; }

    /// <summary>Exactly what a member of staff typed, where <see cref="Text"/> is that made safe; null for the bot's words.</summary>
    public string? Typed { get; init; }
    public Card? Card { get; init; }

    /// <summary>Buttons. Pressing one says its label, so every label must lead to an answer.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Language code of the text, for screen readers and Teams.</summary>
    public required string Language { get; init; }
}
