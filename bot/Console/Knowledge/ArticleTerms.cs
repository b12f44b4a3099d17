namespace BillingBot.Console.Knowledge;

/// <summary>What the console calls the kinds of articles; the words stand beside it.</summary>
internal sealed class ArticleTerms;
