using BillingBot.Knowledge.Articles;
using NodaTime;

namespace BillingBot.Conversation;

/// <summary>One thing that happened in a conversation, and all that a skill may know of it.</summary>
internal sealed record Turn
{
    public required TurnKind Kind { get; init; }

    /// <summary>The customer's words, mentions of the bot removed; empty when a button said it all.</summary>
    public string Text { get; init; } = "";

    /// <summary>The verb and data of a card's button, if one was pressed.</summary>
    public TurnAction? Action { get; init; }

    /// <summary>Ids of those who came in, when that is what happened.</summary>
    public IReadOnlyList<string> Joined { get; init; } = [];

    /// <summary>The language the customer wrote in; every word of the reply is in it.</summary>
    public required Language Language { get; init; }

    /// <summary>Who wrote, proven by this very message; null for a guest.</summary>
    public KnownPerson? Person { get; init; }

    /// <summary>Key of the conversation, for what is bound to it.</summary>
    public long Conversation { get; init; }

    /// <summary>Number of the message within the conversation: makes what a turn commits beforehand the same when it is run again.</summary>
    public long Sequence { get; init; }

    /// <summary>The channel's id of who wrote; with the conversation's key it names a guest.</summary>
    public string SenderId { get; init; } = "";

    /// <summary>What the channel calls who wrote; only for staff to read.</summary>
    public string? SenderName { get; init; }

    /// <summary>Others can read along: a group chat or a channel.</summary>
    public bool IsGroup { get; init; }

    /// <summary>
    /// Whether amounts may be shown here: to a billing contact, alone with the bot or, in a group, for a short time after
    /// a code. Another person of the customer sees the status without amounts.
    /// </summary>
    public bool MaySeeAmounts => Person is { IsBillingContact: true } person && (!IsGroup || person.VerifiedUntil is not null);

    /// <summary>Others read along, and who asks may not see amounts here: nothing that is for the customer alone is told.</summary>
    public bool IsOverheard => IsGroup && !MaySeeAmounts;

    /// <summary>In a group: the address of the chat alone with the bot; null where there is none.</summary>
    public string? PrivateChat { get; init; }

    /// <summary>The open case of the conversation; null while the bot has it to itself.</summary>
    public OpenCase? Case { get; init; }
    public required ConversationState State { get; init; }
    public required Instant Now { get; init; }

    /// <summary>The article that brought the turn to this skill, when one did.</summary>
    public Article? Article { get; init; }
}
