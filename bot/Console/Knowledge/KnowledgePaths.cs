using BillingBot.Knowledge.Articles.Editing;

namespace BillingBot.Console.Knowledge;

/// <summary>Addresses of the knowledge pages.</summary>
internal static class KnowledgePaths
{
    public const string Suggestions = ConsolePaths.Knowledge + "/suggestions";
    public const string Try = ConsolePaths.Knowledge + "/try";
    public const string Replies = ConsolePaths.Knowledge + "/replies";
    public const string New = ConsolePaths.Knowledge + "/new";

    public static string Article(ArticleKey key) => $"{ConsolePaths.Knowledge}/articles/{key.Language}/{key.Id}";

    /// <summary>The article, with a question put in that is not saved yet.</summary>
    public static string WithQuestion(ArticleKey key, string question) => $"{Article(key)}?question={Uri.EscapeDataString(question)}";

    /// <summary>The question, tried.</summary>
    public static string TryWith(string question, string language) => $"{Try}?question={Uri.EscapeDataString(question)}&in={language}";

    /// <summary>A new article about a question.</summary>
    public static string NewAbout(string question, string language) =>
        $"{New}?question={Uri.EscapeDataString(question)}&in={language}";
}
