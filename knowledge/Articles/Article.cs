using NodaTime;

namespace BillingBot.Knowledge.Articles;

/// <summary>One thing a customer (or staff) can ask, with its answer or the skill it leads to.</summary>
public sealed class Article
{
    /// <summary>The source of small talk, which needs no source line and is never suggested.</summary>
    private const string SmallTalkSource = "BillingBot";

    /// <summary>The same in every language, for example <c>cancel-subscription-new</c>.</summary>
    public required string Id { get; init; }

    /// <summary><c>en</c> or <c>ja</c>.</summary>
    public required string Language { get; init; }
    public required string Title { get; set; }

    /// <summary>Groups the variants of one question that differ by product, era or cloud.</summary>
    public required string Topic { get; set; }
    public Product Product { get; set; }
    public PlatformEra Era { get; set; }
    public Cloud Cloud { get; set; }
    public Audience Audience { get; set; }
    public LocalDate? ValidFrom { get; set; }

    /// <summary>Exclusive.</summary>
    public LocalDate? ValidTo { get; set; }

    /// <summary>Where the fact is from, in words a customer may see.</summary>
    public required string Source { get; set; }
    public string? SourceUrl { get; set; }
    public LocalDate ReviewedOn { get; set; }

    /// <summary>Greetings, thanks and the like.</summary>
    public bool IsSmallTalk => Source == SmallTalkSource;

    /// <summary>Name of the skill that answers; null when <see cref="Answer"/> does.</summary>
    public string? Skill { get; set; }

    /// <summary>Markdown; empty when a skill answers.</summary>
    public string Answer { get; set; } = "";

    /// <summary>As customers ask it.</summary>
    public required IReadOnlyList<string> Questions { get; set; }

    /// <summary>Ids of articles to offer next.</summary>
    public required IReadOnlyList<string> FollowUps { get; set; }

    /// <summary>SHA-256 of the imported file, hexadecimal; tells whether it changed.</summary>
    public required string ContentHash { get; set; }

    /// <summary>The same article asked for in other words.</summary>
    internal Article WithQuestions(IReadOnlyList<string> questions)
    {
        var copy = (Article)MemberwiseClone();
        copy.Questions = questions;
        return copy;
    }

    /// <summary>Whether the article is true on a day.</summary>
    public bool HoldsOn(LocalDate day) => !(day < ValidFrom) && !(day >= ValidTo);
}
