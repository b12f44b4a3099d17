using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Editing;

/// <summary>The words of a question that tell it from others: stems in English, pairs of characters in Japanese.</summary>
internal sealed class QuestionWords
{
    /// <summary>Share of the words that two questions have in common from which on they are taken for the same.</summary>
    private const double Alike = 0.6;

    private static readonly HashSet<string> Little = new(
        "a an the i we you my our your it is are am was be do does did can could will would please to of for in on at and or hi hello".Split(' '),
        StringComparer.Ordinal);

    private readonly HashSet<string> _words;
    private readonly string _language;

    public QuestionWords(string text, Language language)
    {
        var folded = TextFolding.Fold(text);
        _language = language.Code;
        var words = folded.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        _words = language == Language.Japanese
            ? Pairs(string.Concat(words))
            : words.Where(word => !Little.Contains(word)).Select(LightStemmer.Stem).ToHashSet(StringComparer.Ordinal);
        if (_words.Count == 0)
        {
            _words = [folded];
        }
    }

    public bool IsLike(QuestionWords other)
    {
        var common = _words.Count(other._words.Contains);
        return _language == other._language && common >= Alike * (_words.Count + other._words.Count - common);
    }

    private static HashSet<string> Pairs(string text) =>
        Enumerable.Range(0, Math.Max(0, text.Length - 1)).Select(start => text.Substring(start, 2)).ToHashSet(StringComparer.Ordinal);
}
