namespace BillingBot.Skills.Handoff;

/// <summary>Whom a customer meets first.</summary>
internal enum HandoffStart
{
    /// <summary>The bot answers, and hands over when it is asked to or knows no further.</summary>
    BotFirst,

    /// <summary>The welcome asks: a person, or the bot.</summary>
    PersonFirst,
}
