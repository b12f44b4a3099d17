namespace BillingBot.Conversation;

/// <summary>An option: its label and the article it leads to.</summary>
internal sealed record QuestionOption(string Label, string ArticleId);
