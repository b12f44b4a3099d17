using NodaTime;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>The parts of an article's file, for an editor who need not know its format.</summary>
public sealed record ArticleForm
{
    public required string Id { get; init; }
    public required string Language { get; init; }
    public string Title { get; set; } = "";
    public string Topic { get; set; } = "";
    public Product Product { get; set; }
    public PlatformEra Era { get; set; }
    public Cloud Cloud { get; set; }
    public Audience Audience { get; set; }
    public LocalDate? ValidFrom { get; set; }

    /// <summary>Exclusive.</summary>
    public LocalDate? ValidTo { get; set; }
    public string Source { get; set; } = "";
    public string? SourceUrl { get; set; }
    public LocalDate ReviewedOn { get; set; }
    public string? Skill { get; set; }
    public IReadOnlyList<string> Questions { get; set; } = [];
    public IReadOnlyList<string> FollowUps { get; set; } = [];

    /// <summary>Markdown.</summary>
    public string Answer { get; set; } = "";

    internal static ArticleForm Of(Article article) => new()
    {
        Id = article.Id,
        Language = article.Language,
        Title = article.Title,
        Topic = article.Topic,
        Product = article.Product,
        Era = article.Era,
        Cloud = article.Cloud,
        Audience = article.Audience,
        ValidFrom = article.ValidFrom,
        ValidTo = article.ValidTo,
        Source = article.Source,
        SourceUrl = article.SourceUrl,
        ReviewedOn = article.ReviewedOn,
        Skill = article.Skill,
        Questions = article.Questions,
        FollowUps = article.FollowUps,
        Answer = article.Answer,
    };
}
