namespace BillingBot.Conversation;

/// <summary>An option: its label, the article it leads to, and other words that mean it.</summary>
internal sealed record QuestionOption(string Label, string ArticleId);
