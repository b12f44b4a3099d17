namespace BillingBot.Conversation;

/// <summary>What the customer reads when a turn failed: what happened, an id to quote, and a way to a person.</summary>
internal sealed class Apology(Phrases<Apology> phrases)
{
    /// <param name="language">The language of the turn.</param>
    /// <param name="state">Kept as it was before the turn.</param>
    /// <param name="errorId">Names the failure in the log.</param>
    public Reply For(Language language, ConversationState state, string errorId) => new(
        [
            new ReplyMessage
            {
                Text = phrases.Format(language, "Failed", errorId),
                Choices = [new Choice(phrases[language, "TalkToPerson"])],
                Language = language.Code,
            },
        ],
        state)
    {
        Outcome = new Outcome("apology", "failed"),
    };
}
