namespace BillingBot.Conversation;

/// <summary>How a card's summary is coloured.</summary>
internal enum CardTone
{
    Neutral,
    Good,
    Warning,
    Attention,
}
