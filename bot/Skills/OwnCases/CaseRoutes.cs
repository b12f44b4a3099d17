using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BillingBot.Conversation;

namespace BillingBot.Skills.OwnCases;

/// <summary>Words that name a case by its number need no search: they lead to the article that deals with it.</summary>
internal sealed class CaseRoutes(Phrases<CaseRoutes> phrases)
{
    public const string Status = "case-status", Add = "add-to-case", Withdraw = "withdraw-case", Reopen = "reopen-case", Rate = "rate-case";

    /// <returns>The id of the article; null when no case is named.</returns>
    public string? ArticleFor(Turn turn) => turn.Kind != TurnKind.Message || Number(turn) is null ? null
        : Has(turn, "Reopen") ? Reopen
        : Has(turn, "Withdraw") ? Withdraw
        : Has(turn, "Rate") ? Rate
        : Has(turn, "Add") ? Add
        : Status;

    /// <summary>The number that follows a word for a case, else null: an amount or an invoice is none.</summary>
    public long? Number(Turn turn) =>
        Named(turn) is { Success: true } named && long.TryParse(named.Groups["number"].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : null;

    /// <summary>The words without those that name the case and what to do with it.</summary>
    public string Rest(Turn turn) => phrases.Pattern(turn.Language, "Frame").Replace(
        Named(turn) is { Success: true } named ? Narrow(turn.Text).Remove(named.Index, named.Length) : turn.Text, " ").Trim(' ', ':', '：', ',', '、', '。', '.', '-', '「', '」', '"');

    private Match Named(Turn turn) => phrases.Pattern(turn.Language, "Named").Match(Narrow(turn.Text));

    private bool Has(Turn turn, string key) => phrases.Pattern(turn.Language, key).IsMatch(Narrow(turn.Text));

    /// <summary>Full-width digits and letters as half-width ones.</summary>
    public static string Narrow(string text) => text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
}
