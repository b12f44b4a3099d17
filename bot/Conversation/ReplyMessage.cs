namespace BillingBot.Conversation;

/// <summary>One message to the customer, in the bot's own terms; the channel's renderer makes it an activity.</summary>
internal sealed record ReplyMessage
{
    /// <summary>Markdown.</summary>
    public string? Text { get; init; }

    /// <summary>Exactly what a member of staff typed, where <see cref="Text"/> is that made safe; null for the bot's words.</summary>
    public string? Typed { get; init; }
    public Card? Card { get; init; }

    /// <summary>Markdown: what is asked at the end, right above the buttons, where these are not about the text itself; null for nothing.</summary>
    public string? Question { get; init; }

    /// <summary>Buttons. Pressing one says its label, so every label must lead to an answer.</summary>
    public IReadOnlyList<Choice> Choices { get; init; } = [];

    /// <summary>Language code of the text, for screen readers and Teams.</summary>
    public required string Language { get; init; }

    /// <summary>Without what is asked at the end, because more is said before that.</summary>
    public ReplyMessage WithoutQuestion() => Question is null ? this : this with { Question = null, Choices = [] };

    /// <summary>With more said before what is asked at the end.</summary>
    public IReadOnlyList<ReplyMessage> Around(params IEnumerable<ReplyMessage> more) =>
        [WithoutQuestion(), .. more, .. Question is null ? Array.Empty<ReplyMessage>() : [this with { Text = null, Card = null }]];
}
