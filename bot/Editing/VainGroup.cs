using BillingBot.Knowledge.Articles;
using NodaTime;

namespace BillingBot.Editing;

/// <summary>A question that customers asked in vain, in similar words.</summary>
/// <param name="Asked">Newest first; never who asked.</param>
internal sealed record VainGroup(IReadOnlyList<AskedQuestion> Asked)
{
    private const int MostWordings = 8;

    public AskedQuestion Newest => Asked[0];
    public string Text => Newest.Text;
    public string Language => Newest.Language.Code;
    public int Count => Asked.Count;
    public Instant LastAskedAt => Newest.At;

    /// <summary>How else it was asked.</summary>
    public IReadOnlyList<string> OtherWordings =>
        [.. Asked.Select(asked => asked.Text).Distinct(StringComparer.OrdinalIgnoreCase).Skip(1).Take(MostWordings)];

    /// <summary>The article that may be meant; null for none.</summary>
    public Article? Nearest { get; init; }

    /// <summary>The bot would answer it now.</summary>
    public bool IsAnsweredNow { get; init; }
}
