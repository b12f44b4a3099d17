using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles;

/// <summary>The articles, synonyms and off-topic questions that are shipped; built once for all tests.</summary>
internal static class ShippedPack
{
    public static readonly IReadOnlyList<string> Languages = ["en", "ja"];
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Content");
    private static readonly HashSet<string> Skills = new(StringComparer.Ordinal)
    {
        "amount", "case", "collections", "dispute", "handoff", "hours", "invoice", "offer", "promise", "refund-window", "reminders", "share", "sign-out", "verify",
    };

    private static readonly Lazy<Task<Pack>> Files = new(ReadAsync);
    private static readonly Lazy<Task<Lexicon>> Words = new(() => Lexicon.LoadAsync(Folder, Languages, CancellationToken.None));
    private static readonly Lazy<Task<Searcher>> Whole = new(async () =>
        new Searcher(ArticleIndex.Build((await Files.Value).Articles, await Words.Value)));

    public static async Task<IReadOnlyList<Article>> ArticlesAsync() => (await Files.Value).Articles;

    public static async Task<IReadOnlyList<ImportError>> ErrorsAsync() => (await Files.Value).Errors;

    public static Task<Lexicon> LexiconAsync() => Words.Value;

    public static Task<Searcher> SearcherAsync() => Whole.Value;

    private static async Task<Pack> ReadAsync() => new(
        await PackReader.ReadAsync([Folder], new ArticleReader(Skills), CancellationToken.None),
        new Dictionary<(string Language, string Id), Article>());
}
