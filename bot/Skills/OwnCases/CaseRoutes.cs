using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BillingBot.Conversation;

namespace BillingBot.Skills.OwnCases;

/// <summary>Words that name a case by its number need no search: they lead to the article that deals with it.</summary>
internal sealed class CaseRoutes(Phrases<CaseRoutes> phrases)
{
    public const string Status = "case-status", Add = "add-to-case", Withdraw = "withdraw-case", Reopen = "reopen-case", Rate = "rate-case";

    /// <summary>Stands for the words that name the case.</summary>
    private const char Mark = '\u0001';

    /// <summary>Longer words tell of something else too.</summary>
    private const int ShortFarewell = 80;

    /// <summary>What may be done to a case because it was probably meant: to close or open one takes words that say so for sure.</summary>
    public static bool MayBeGuessed(string articleId) => articleId is Add or Rate;

    /// <returns>The id of the article; null when no case is meant.</returns>
    public string? ArticleFor(Turn turn) => turn.Kind != TurnKind.Message ? null
        : Number(turn) is null ? IsOver(turn) || (turn.Case?.IsOf(turn) == true && IsRetraction(turn)) ? Withdraw : Has(turn, "Again") ? Reopen : IsWithin(turn) ? Status : null
        : phrases.Pattern(turn.Language, "Adding").IsMatch(Marked(turn)) ? Add
        : Has(turn, "Reopen") ? Reopen
        : Has(turn, "Withdraw") ? Withdraw
        : Has(turn, "Rate") ? Rate
        : Has(turn, "Add") ? Add
        : Status;

    /// <summary>The number that follows a word for a case, else null: an amount or an invoice is none.</summary>
    public long? Number(Turn turn) => Parsed(Named(turn));

    /// <summary>Also where the words only speak of something in a case: "cancel the order in ticket 1042".</summary>
    public long? Mentioned(Turn turn) => Number(turn) ?? Parsed(phrases.Pattern(turn.Language, "Mentioned").Match(Narrow(turn.Text)));

    /// <summary>The words without those that name the case and what to do with it: whether anything is left to tell, not what was told.</summary>
    public string Rest(Turn turn) => phrases.Pattern(turn.Language, "Frame").Replace(
        Named(turn) is { Success: true } named ? Narrow(turn.Text).Remove(named.Index, named.Length) : turn.Text, " ").Trim(' ', ':', '：', ',', '、', '。', '.', '-', '「', '」', '"');

    /// <summary>What is said beside "add to case 1042:", in the customer's own words.</summary>
    public string Words(Turn turn) => Marked(turn) is var marked && phrases.Pattern(turn.Language, "Lead").Match(marked) is { Success: true } lead
        ? marked[lead.Length..].Trim()
        : turn.Text;

    /// <summary>Whether only something within a case is spoken of.</summary>
    public bool IsWithin(Turn turn) => Number(turn) is null && Mentioned(turn) is not null && Has(turn, "Within");

    /// <summary>"Never mind" and nothing else: of what, they do not say.</summary>
    public bool IsRetraction(Turn turn) => Has(turn, "Retraction");

    /// <summary>"Close it, it works again", from whose case waits: no number is needed.</summary>
    private bool IsOver(Turn turn) => turn.Case?.IsOf(turn) == true && turn.Text.Length <= ShortFarewell && Has(turn, "Over");

    private string Marked(Turn turn) => Named(turn) is { Success: true } named
        ? Narrow(turn.Text).Remove(named.Index, named.Length).Insert(named.Index, $"{Mark}")
        : turn.Text;

    private static long? Parsed(Match match) =>
        match.Success && long.TryParse(match.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    private Match Named(Turn turn) => phrases.Pattern(turn.Language, "Named").Match(Narrow(turn.Text));

    private bool Has(Turn turn, string key) => phrases.Pattern(turn.Language, key).IsMatch(Narrow(turn.Text));

    /// <summary>Full-width digits and letters as half-width ones.</summary>
    public static string Narrow(string text) => text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
}
