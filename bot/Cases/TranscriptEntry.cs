using BillingBot.Conversation;
using NodaTime;

namespace BillingBot.Cases;

/// <summary>A line of a case's conversation. Its words are untrusted text: never markup, never a card.</summary>
/// <param name="Sequence">Its place in the conversation, from 1: where to go on reading. There may be gaps.</param>
/// <param name="By">Who says it.</param>
/// <param name="Name">The customer's or the member of staff's name, as the channel or the console gave it.</param>
/// <param name="Text">The words; a card's words, one line each. The bot's may hold Markdown signs.</param>
/// <param name="Buttons">Labels that were offered with it.</param>
internal sealed record TranscriptEntry(
    long Sequence, Speaker By, string? Name, string Text, IReadOnlyList<string> Buttons, Instant At)
{
    /// <summary>The conversation that the case had when this was said, where it was an earlier one; null for the present one.</summary>
    public long? EarlierIn { get; init; }

    /// <summary>The customer pressed a button that says nothing: its verb, see <see cref="Verbs"/>.</summary>
    public string? Pressed { get; init; }

    /// <summary>For what is said to the customer; null for the customer's own words.</summary>
    public DeliveryState? Delivery { get; init; }

    /// <summary>Why it failed, or why it is tried again.</summary>
    public string? Problem { get; init; }

    /// <summary>It is put in an e-mail to the customer, because the chat was gone; null where it is not.</summary>
    public MailState? Mail { get; init; }

    /// <summary>For the customer's words: what the bot decided, and how sure it was.</summary>
    public Outcome? Decision { get; init; }
}
