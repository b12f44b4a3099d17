namespace BillingBot.Knowledge.Conversations;

/// <summary>Whose words an outbound message holds.</summary>
public enum Author
{
    /// <summary>Composed by the bot. Not delivered any more once a person has taken over.</summary>
    Bot,

    /// <summary>Typed by a member of staff.</summary>
    Staff,

    /// <summary>Says what was done with the conversation, such as "Yuki has joined". Always delivered.</summary>
    Notice,
}
