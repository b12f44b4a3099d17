namespace BillingBot.Conversation;

/// <summary>Verbs that buttons carry.</summary>
internal static class Verbs
{
    /// <summary>"Yes, this helped"; the argument is the article id.</summary>
    public const string Helped = "helped";

    /// <summary>The button's label, said as if it had been typed; the argument is the label.</summary>
    public const string Say = "say";

    /// <summary>"No, this did not help"; the argument is the article id.</summary>
    public const string NotHelped = "notHelped";
}
