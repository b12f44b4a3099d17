namespace BillingBot.Conversation;

/// <summary>What came in, in the bot's own terms: the body of an inbound message row.</summary>
internal sealed record Incoming
{
    public required TurnKind Kind { get; init; }
    public required Sender Sender { get; init; }
    public string Text { get; init; } = "";
    public TurnAction? Action { get; init; }
    public string? Locale { get; init; }

    /// <summary>Joined: the ids of those who came.</summary>
    public IReadOnlyList<string> Joined { get; init; } = [];

    /// <summary>Others can read along: a group chat or a channel.</summary>
    public bool IsGroup { get; init; }

    public RepliesInRequest InRequest { get; init; }
}
