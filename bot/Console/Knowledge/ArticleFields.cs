using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Editing;
using NodaTime;

namespace BillingBot.Console.Knowledge;

/// <summary>What the form's fields hold, as they are typed.</summary>
public sealed class ArticleFields
{
    private const int LongestTitle = 60;

    private ArticleFields(ArticleKey article) => Article = article;

    public ArticleKey Article { get; }
    public string Title { get; set; } = "";
    public string Topic { get; set; } = "";
    public Product Product { get; set; }
    public PlatformEra Era { get; set; }
    public Cloud Cloud { get; set; }
    public Audience Audience { get; set; }
    public DateOnly? ValidFrom { get; set; }
    public DateOnly? ValidTo { get; set; }
    public string Source { get; set; } = "";
    public string? SourceUrl { get; set; }
    public DateOnly ReviewedOn { get; set; }
    public string? Skill { get; set; }

    /// <summary>One a line.</summary>
    public string Questions { get; set; } = "";

    /// <summary>Ids, one a line.</summary>
    public string FollowUps { get; set; } = "";
    public string Answer { get; set; } = "";

    public static ArticleFields New(ArticleKey article, string title, string question, string source, LocalDate today) => new(article)
    {
        Title = title,
        Topic = article.Id,
        Source = source,
        ReviewedOn = today.ToDateOnly(),
        Questions = question,
        FollowUps = "talk-to-person",
    };

    public static ArticleFields Of(ArticleForm form) => new(new(form.Id, form.Language))
    {
        Title = form.Title,
        Topic = form.Topic,
        Product = form.Product,
        Era = form.Era,
        Cloud = form.Cloud,
        Audience = form.Audience,
        ValidFrom = form.ValidFrom?.ToDateOnly(),
        ValidTo = form.ValidTo?.ToDateOnly(),
        Source = form.Source,
        SourceUrl = form.SourceUrl,
        ReviewedOn = form.ReviewedOn.ToDateOnly(),
        Skill = form.Skill,
        Questions = string.Join('\n', form.Questions),
        FollowUps = string.Join('\n', form.FollowUps),
        Answer = form.Answer,
    };

    public string ToText() => ArticleText.Write(new ArticleForm
    {
        Id = Article.Id,
        Language = Article.Language,
        Title = Title.Trim(),
        Topic = Topic.Trim(),
        Product = Product,
        Era = Era,
        Cloud = Cloud,
        Audience = Audience,
        ValidFrom = ValidFrom is { } from ? LocalDate.FromDateOnly(from) : null,
        ValidTo = ValidTo is { } to ? LocalDate.FromDateOnly(to) : null,
        Source = Source.Trim(),
        SourceUrl = string.IsNullOrWhiteSpace(SourceUrl) ? null : SourceUrl.Trim(),
        ReviewedOn = LocalDate.FromDateOnly(ReviewedOn),
        Skill = string.IsNullOrWhiteSpace(Skill) ? null : Skill.Trim(),
        Questions = Lines(Questions),
        FollowUps = Lines(FollowUps),
        Answer = Answer.ReplaceLineEndings("\n"),
    });

    public void AddQuestion(string question)
    {
        if (!Lines(Questions).Contains(question.Trim(), StringComparer.OrdinalIgnoreCase))
        {
            Questions = $"{Questions.TrimEnd()}\n{question.Trim()}".TrimStart();
        }
    }

    /// <summary>Keys of sentences that tell what must be mended before it can be published.</summary>
    public IEnumerable<string> Problems()
    {
        (bool IsSo, string Key)[] problems =
        [
            (string.IsNullOrWhiteSpace(Title), "NoTitle"),
            (Title.Trim().Length > LongestTitle, "LongTitle"),
            (Lines(Questions).Count == 0, "NoQuestion"),
            (string.IsNullOrWhiteSpace(Answer) && string.IsNullOrWhiteSpace(Skill), "NoAnswer"),
            (string.IsNullOrWhiteSpace(Source), "NoSource"),
            (string.IsNullOrWhiteSpace(Topic), "NoTopic"),
            (ValidFrom >= ValidTo, "Validity"),
        ];
        return problems.Where(problem => problem.IsSo).Select(problem => problem.Key);
    }

    private static IReadOnlyList<string> Lines(string text) =>
        text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
