using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BillingBot.Conversation;

namespace BillingBot.Skills.OwnCases;

/// <summary>Words that name a case by its number need no search: they lead to the article that deals with it.</summary>
internal sealed class CaseRoutes(Phrases<CaseRoutes> phrases)
{
    public const string Status = "case-status", Add = "add-to-case", Withdraw = "withdraw-case", Reopen = "reopen-case", Rate = "rate-case";

    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;

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
    public string Rest(Turn turn) => Regex.Replace(
        Named(turn) is { Success: true } named ? Narrow(turn.Text).Remove(named.Index, named.Length) : turn.Text,
        phrases[turn.Language, "Frame"], " ", Options, TimeSpan.FromSeconds(1)).Trim(' ', ':', '：', ',', '、', '。', '.', '-', '「', '」', '"');

    private Match Named(Turn turn) => Regex.Match(Narrow(turn.Text), phrases[turn.Language, "Named"], Options, TimeSpan.FromSeconds(1));

    private bool Has(Turn turn, string key) => Regex.IsMatch(Narrow(turn.Text), phrases[turn.Language, key], Options, TimeSpan.FromSeconds(1));

    private static string Narrow(string text) => text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC);
}
