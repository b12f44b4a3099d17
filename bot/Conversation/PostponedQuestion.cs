namespace BillingBot.Conversation;

/// <summary>A question that waited until it was known who asks.</summary>
/// <param name="ArticleId">The article that it led to.</param>
/// <param name="Text">The customer's words.</param>
/// <param name="Person">Who asks.</param>
internal sealed record PostponedQuestion(string ArticleId, string Text, KnownPerson Person);
