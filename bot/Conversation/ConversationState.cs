namespace BillingBot.Conversation;

/// <summary>What the bot remembers of a conversation between turns. New members need defaults: old JSON must load.</summary>
internal sealed record ConversationState
{
    public static readonly ConversationState Empty = new();

    /// <summary>Language code of the last words that showed one.</summary>
    public string? Language { get; init; }

    /// <summary>The customer's last question, for "and for Azure?".</summary>
    public string? LastQuestion { get; init; }

    /// <summary>The last words to which the bot had no sure answer: what a person would be told; null after an answer.</summary>
    public string? Unanswered { get; init; }

    /// <summary>The article last answered, for "did this help?" and follow-ups.</summary>
    public string? LastArticleId { get; init; }

    /// <summary>When it was told, in seconds since 1970, and to whom: in a group others ask too, and a chat lasts for years.</summary>
    public long? AnsweredAt { get; init; }

    /// <inheritdoc cref="AnsweredAt"/>
    public string? AnsweredTo { get; init; }

    /// <summary>An open question of the bot's.</summary>
    public OpenQuestion? Asked { get; init; }

    /// <summary>The bot's last words were "did this help?", so that a bare yes or no answers it.</summary>
    public bool AskedWhetherItHelped { get; init; }

    /// <summary>A question of a form that waits for its answer.</summary>
    public OpenForm? Form { get; init; }

    /// <summary>Number of the invoice last spoken of, for "why is it so high?".</summary>
    public string? LastInvoice { get; init; }

    /// <summary>Numbers of the invoices last listed, in order, for "the second one".</summary>
    public IReadOnlyList<string> ListedInvoices { get; init; } = [];

    /// <summary>How many turns in a row the bot did not know.</summary>
    public int UnsureInARow { get; init; }

    /// <summary>Number of the closed case that the customer was asked to rate.</summary>
    public long? CaseToRate { get; init; }

    /// <summary>Ids of people already welcomed.</summary>
    public IReadOnlyList<string> Welcomed { get; init; } = [];
}
