namespace BillingBot.Conversation;

/// <summary>How a turn was decided, for staff and for learning. Holds no words of the customer.</summary>
/// <param name="Skill">The skill that replied.</param>
/// <param name="Decision">For example answered, askedWhich, unsure, helped, notHelped, failed.</param>
/// <param name="ArticleId">The article concerned.</param>
/// <param name="Confidence">Probability that it is right, 0 to 1.</param>
internal sealed record Outcome(string Skill, string Decision, string? ArticleId = null, double? Confidence = null);
