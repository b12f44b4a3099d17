using NodaTime;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>
/// One step in the history of an article that staff edit, append-only. The newest one that is published or withdrawn says
/// what is in use; the packs on disk are never written to.
/// </summary>
public sealed class ArticleRevision
{
    public long Id { get; init; }
    public required string ArticleId { get; init; }
    public required string Language { get; init; }

    /// <summary>1, 2, 3 ... within the article and language, without gaps: the compare-and-set token of editors.</summary>
    public required int Version { get; init; }
    public required RevisionState State { get; init; }

    /// <summary>The whole file in the packs' format; may be anything while it is a draft.</summary>
    public required string Text { get; init; }

    /// <summary><see cref="Article.ContentHash"/> of the pack's file the editor had before them; null when the packs had none.</summary>
    public string? PackHash { get; init; }

    /// <summary>Name of the editor, as colleagues read it.</summary>
    public required string By { get; init; }

    /// <summary>Why, in the editor's words.</summary>
    public string? Comment { get; init; }
    public required Instant At { get; init; }
}
