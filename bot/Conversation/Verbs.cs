namespace BillingBot.Conversation;

/// <summary>Verbs that buttons carry.</summary>
internal static class Verbs
{
    /// <summary>"Yes, this helped"; the argument is the article id.</summary>
    public const string Helped = "helped";

    /// <summary>"No, this did not help"; the argument is the article id.</summary>
    public const string NotHelped = "notHelped";
}
