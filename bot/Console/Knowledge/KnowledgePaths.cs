using BillingBot.Knowledge.Articles.Editing;

namespace BillingBot.Console.Knowledge;

/// <summary>Addresses of the knowledge pages.</summary>
internal static class KnowledgePaths
{
    public const string Asked = ConsolePaths.Knowledge + "/asked";
    public const string Replies = ConsolePaths.Knowledge + "/replies";
    public const string New = ConsolePaths.Knowledge + "/new";

    public static string Article(ArticleKey key) => $"{ConsolePaths.Knowledge}/articles/{key.Language}/{key.Id}";

    /// <summary>The article, with a question put in that is not saved yet.</summary>
    public static string WithQuestion(ArticleKey key, string question) => $"{Article(key)}?question={Uri.EscapeDataString(question)}";

    /// <summary>A new article about a question.</summary>
    public static string NewAbout(string question, string language) =>
        $"{New}?question={Uri.EscapeDataString(question)}&in={language}";
}
