namespace BillingBot.Cases;

/// <summary>Who says a line of a transcript.</summary>
internal enum Speaker
{
    Customer,
    Bot,
    Staff,

    /// <summary>What was done with the conversation, such as "Yuki has joined".</summary>
    Notice,
}
