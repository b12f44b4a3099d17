using System.Security.Cryptography;
using System.Text;
using BillingBot.Knowledge.Articles.Editing;
using YamlDotNet.Core;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>Reads one file of a pack and checks all that can be told from the file alone.</summary>
/// <param name="skills">Names an article may give as its skill.</param>
internal sealed class ArticleReader(IReadOnlySet<string> skills)
{
    private const int LongestTitle = 60;
    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public async Task<ArticleFile> ReadAsync(string path, string language, CancellationToken cancellationToken)
    {
        var file = new ArticleFile(path, Path.GetFileNameWithoutExtension(path), language);
        try
        {
            var bytes = await File.ReadAllBytesAsync(path, cancellationToken);
            return Read(file, StrictUtf8.GetString(bytes), Hash(bytes));
        }
        catch (DecoderFallbackException)
        {
            return file with { Error = new(path, 0, "The file is not UTF-8.", "Save it as UTF-8.") };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            return file with { Error = new(path, 0, $"The file cannot be read: {exception.Message}", "Check its permissions and that nothing has it locked.") };
        }
    }

    /// <summary>Reads a text that is kept elsewhere than in a file.</summary>
    public ArticleFile Read(ArticleKey key, string text) =>
        Read(new ArticleFile($"{key}.md", key.Id, key.Language), text, Hash(Encoding.UTF8.GetBytes(text)));

    public static string Hash(byte[] file) => Convert.ToHexStringLower(SHA256.HashData(file));

    private ArticleFile Read(ArticleFile file, string text, string hash)
    {
        try
        {
            return FrontMatter.Parse(text.TrimStart('\uFEFF')) is { } matter
                ? Parse(file, matter, hash)
                : file with { Error = new(file.Path, 1, "The file does not start with a block between two lines of ---.", "Compare with a file that works.") };
        }
        catch (YamlException exception)
        {
            var line = (int)exception.Start.Line + FrontMatter.LinesAbove;
            return file with { Error = new(file.Path, line, exception.Message, "Compare with a file that works; put values with ': ' or a special first character in double quotes.") };
        }
    }

    private ArticleFile Parse(ArticleFile file, FrontMatter matter, string hash)
    {
        var fields = new ArticleFields(file.Path, matter.Yaml);
        var article = new Article
        {
            Id = fields.Text("id"),
            Language = fields.Text("language"),
            Title = fields.Text("title"),
            Topic = fields.Text("topic"),
            Product = fields.Choice<Product>("product"),
            Era = fields.Choice<PlatformEra>("era"),
            Cloud = fields.Choice<Cloud>("cloud"),
            Audience = fields.Choice<Audience>("audience"),
            ValidFrom = fields.OptionalDate("validFrom"),
            ValidTo = fields.OptionalDate("validTo"),
            Source = fields.Text("source"),
            SourceUrl = fields.OptionalText("sourceUrl"),
            ReviewedOn = fields.Date("reviewedOn"),
            Skill = fields.OptionalText("skill"),
            Questions = fields.List("questions"),
            FollowUps = fields.List("followUps"),
            Answer = matter.Body,
            ContentHash = hash,
        };
        fields.RejectUnknownKeys();
        Check(file, article, fields);
        return fields.Error is { } error ? file with { Error = error } : file with { Article = article, Lines = fields.Lines };
    }

    private void Check(ArticleFile file, Article article, ArticleFields fields)
    {
        if (article.Id != file.Id)
        {
            fields.Fail("id", $"The id '{article.Id}' is not the file's name.", $"Write 'id: {file.Id}' or rename the file.");
        }

        if (article.Language != file.Language)
        {
            fields.Fail("language", $"The language '{article.Language}' is not the folder's name.", $"Write 'language: {file.Language}' or move the file.");
        }

        if (article.Title.Length > LongestTitle)
        {
            fields.Fail("title", $"The title has {article.Title.Length} characters.", $"Shorten it to {LongestTitle}: it is a button's label too.");
        }

        if (article.ValidFrom >= article.ValidTo)
        {
            fields.Fail("validTo", "validTo is not after validFrom.", "validTo is the first day on which the article no longer holds.");
        }

        if (article.Questions.Count == 0)
        {
            fields.Fail("questions", "The article has no question.", "Add at least one, as customers would type it.");
        }

        CheckSkill(article, fields);
    }

    private void CheckSkill(Article article, ArticleFields fields)
    {
        if (article.Skill is null && article.Answer.Length == 0)
        {
            fields.Fail("skill", "The article has neither an answer nor a skill.", "Write the answer below the second ---, or name a skill.");
        }

        if (article.Skill is { } skill && !skills.Contains(skill))
        {
            fields.Fail("skill", $"The skill '{skill}' is unknown.", $"Use one of: {string.Join(", ", skills.Order(StringComparer.Ordinal))}.");
        }
    }
}
