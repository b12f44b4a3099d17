using BillingBot.Conversation;
using NodaTime;

namespace BillingBot.Editing;

/// <summary>One time that something was asked in vain.</summary>
/// <param name="Text">The customer's words without what tells who they are.</param>
/// <param name="Language">Of the words.</param>
/// <param name="Reason">Why it was in vain.</param>
/// <param name="ArticleId">The article that did not help; null for none.</param>
/// <param name="At">When it was asked.</param>
internal sealed record AskedQuestion(string Text, Language Language, VainReason Reason, string? ArticleId, Instant At);
