using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Recognizers;
using NodaTime;

namespace BillingBot.Skills;

/// <summary>Reads words that only make sense after what was said before: "and for Azure?", "and on Sunday?".</summary>
internal sealed class FollowUps(IDateTimeRecognizer dates, Phrases<FollowUps> phrases)
{
    private const string Hours = "support-hours";
    private const int Short = 60;

    private const int HardlyMore = 10;

    /// <summary>The search for the turn's words, with what they may lean on.</summary>
    public SearchRequest Request(Turn turn, LocalDate today)
    {
        // An unanswered "which platform?" counts as what was said before only for words that name nothing else.
        var leansOn = turn.State.Asked is { } asked && QueryHints.Read(TextFolding.Fold(turn.Text)).IsFollowUp
            ? asked.Options[0].ArticleId
            : turn.State.LastArticleId;
        return new SearchRequest(
            turn.Text, turn.Language.Code, Audience.Customer, today, leansOn, turn.State.LastQuestion);
    }

    /// <summary>"And on Friday?" right after the hours: the hours again, whatever else the words might mean.</summary>
    public string? AnotherDay(Turn turn, LocalDate today) =>
        turn.State.LastArticleId == Hours ? MeantByDate(turn, today, []) : null;

    /// <summary>
    /// The hours, when the search is not sure but they are nearest, or the words say hardly more than a date.
    /// </summary>
    public string? MeantByDate(Turn turn, LocalDate today, IReadOnlyList<Article> nearest)
    {
        var found = DatesIn(turn, today);
        if (found.Count == 0)
        {
            return null;
        }

        // Four characters of Japanese can be another question: "今日のドル円".
        var isHardlyMore = turn.Text.Length - found.Sum(date => date.Text.Length) <= HardlyMore
            && Meaningful(turn.Text) <= found.Sum(date => Meaningful(date.Text));
        return nearest is [{ Id: Hours }, ..] || isHardlyMore ? Hours : null;
    }

    /// <summary>"Tomorrow?", 「明日は？」: a date, and no word beside it that could say what about it. The hours.</summary>
    public string? OnlyADate(Turn turn, LocalDate today) =>
        DatesIn(turn, today) is { Count: > 0 } found
        && turn.Text.Count(char.IsLetter) - found.Sum(date => date.Text.Count(char.IsLetter)) <= (turn.Language == Language.Japanese ? 1 : 3)
            ? Hours
            : null;

    /// <summary>None of a text that is too long to be about a date alone.</summary>
    private IReadOnlyList<ModelResult> DatesIn(Turn turn, LocalDate today) =>
        turn.Text.Length > Short ? [] : dates.Recognize(turn.Text, turn.Language.Code, today.At(LocalTime.Noon));

    private static int Meaningful(string text) => text.Count(character => Script.IsKanji(character) || character is >= 'ァ' and <= 'ヺ');

    /// <summary>"Why?", "tell me more": nothing by itself, and no question of its own after an answer.</summary>
    public bool AsksForMore(Turn turn) => turn.Text.Length <= Short && phrases.Says(turn.Text, turn.Language, "More");

    /// <summary>Whether it can be answered once more: what takes something down would be done twice.</summary>
    public static bool OnlyTells(Article article) => article.Skill is null or "amount" or "collections" or "hours" or "invoice" or "offer";

    /// <summary>"In English, please": the language in which the last answer is wanted again.</summary>
    public Language? WantedLanguage(Turn turn)
    {
        if (turn.Text.Length > Short)
        {
            return null;
        }

        return Says("InEnglish") ? Language.English : Says("InJapanese") ? Language.Japanese : null;

        bool Says(string key) => phrases[turn.Language, key].Split('|')
            .Any(words => turn.Text.Contains(words, StringComparison.OrdinalIgnoreCase));
    }
}
