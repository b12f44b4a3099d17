using BillingBot.Knowledge.Articles.Import;

namespace BillingBot.Tests.Articles.Import;

/// <summary>A folder of article files, for as long as a test runs.</summary>
internal sealed class PackFolder : IDisposable
{
    public static readonly HashSet<string> Skills = new(StringComparer.Ordinal) { "hours", "offer" };
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("articles");

    public string Root => _folder.FullName;

    public PackFolder With(string id, string text, string language = "en")
    {
        Directory.CreateDirectory(Path.Combine(Root, language));
        File.WriteAllText(PathOf(id, language), text);
        return this;
    }

    public void Delete(string id, string language = "en") => File.Delete(PathOf(id, language));

    public string PathOf(string id, string language = "en") => Path.Combine(Root, language, $"{id}.md");

    /// <summary>The problem of the one file, alone.</summary>
    public async Task<ImportError?> ProblemAsync(string id, string language = "en") =>
        (await new ArticleReader(Skills).ReadAsync(PathOf(id, language), language, TestContext.Current.CancellationToken)).Error;

    /// <summary>A file that imports; each line may be replaced.</summary>
    public static string Text(string id, string? question = null, string answer = "An answer.", string language = "en", string more = "") => $"""
        ---
        id: {id}
        language: {language}
        title: "Title of {id}"
        topic: {id}
        product: any
        era: any
        cloud: any
        audience: customer
        source: Test
        reviewedOn: 2026-11-23
        questions:
          - "{question ?? $"What about {id}?"}"
        {more}
        ---
        {answer}
        """;

    public void Dispose() => _folder.Delete(recursive: true);
}
