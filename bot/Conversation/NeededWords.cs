namespace BillingBot.Conversation;

/// <summary>
/// Reads in a pattern which words a text cannot do without: unless it holds one of them, the pattern does not fit. Looking for
/// them all at once costs less than beginning to match. Whatever a pattern may hold besides letters, groups and classes counts as "anything".
/// </summary>
internal sealed class NeededWords
{
    /// <summary>More of them tell too little.</summary>
    private const int Most = 100;

    private readonly string _pattern;
    private int _at;
    private bool _isStrange;

    private NeededWords(string pattern) => _pattern = pattern;

    /// <returns>Null where no words are needed, too many would do, or the pattern holds what is not read here.</returns>
    public static IReadOnlyList<string>? Of(string pattern)
    {
        var reading = new NeededWords(pattern);
        return reading.Alternatives() is { Count: <= Most } words && !reading._isStrange ? words : null;
    }

    private bool IsOver => _at >= _pattern.Length;

    /// <summary>Of all parts between bars, up to the end of the group; null when one of them needs none.</summary>
    private List<string>? Alternatives()
    {
        List<string>? all = [];
        while (true)
        {
            var words = Sequence();
            all = words is null ? null : all?.Concat(words).ToList();
            if (IsOver || _pattern[_at] == ')')
            {
                return all;
            }

            _at++;
        }
    }

    /// <summary>The most telling of what stands one after the other.</summary>
    private List<string>? Sequence()
    {
        List<string>? best = null;
        var run = "";
        while (!IsOver && _pattern[_at] is not ('|' or ')'))
        {
            var (letter, words) = Atom();
            var isOptional = Quantifier() is var times && times is Times.Perhaps;
            if (letter is { } certain && !isOptional)
            {
                run += certain;
            }

            if (letter is null || times is not Times.Once)
            {
                best = Better(Better(best, [run]), isOptional ? null : words);
                run = "";
            }
        }

        return Better(best, [run]);
    }

    /// <summary>One thing that a quantifier may follow: a letter, a group with its words, or anything.</summary>
    private (char? Letter, List<string>? Words) Atom()
    {
        switch (_pattern[_at++])
        {
            case '\\':
                return (Escaped(), null);
            case '[':
                SkipClass();
                return (null, null);
            case '(':
                return (null, Group());
            case '.' or '^' or '$':
                return (null, null);
            case var letter:
                return (letter, null);
        }
    }

    private char? Escaped()
    {
        var escaped = _pattern[_at++];
        _isStrange |= escaped is 'p' or 'P' or 'k' or 'x' or 'u' or 'c';
        return char.IsAsciiLetterOrDigit(escaped) ? null : escaped;
    }

    private void SkipClass()
    {
        // A bracket that comes first is a member.
        _at += _pattern[_at] == '^' ? 2 : 1;
        while (_pattern[_at] != ']')
        {
            _at += _pattern[_at] == '\\' ? 2 : 1;
        }

        _at++;
    }

    private List<string>? Group()
    {
        var rest = _pattern.AsSpan(_at);
        var isLookaround = rest is ['?', '=' or '!', ..] or ['?', '<', '=' or '!', ..];
        _at += rest switch
        {
            ['?', ':' or '=' or '!' or '>', ..] => 2,
            ['?', '<', '=' or '!', ..] => 3,
            ['?', '<', ..] => rest.IndexOf('>') + 1,
            _ => 0,
        };
        _isStrange |= !IsOver && _pattern[_at] == '?';
        var words = Alternatives();
        _at++;
        return isLookaround ? null : words;
    }

    private Times Quantifier()
    {
        if (IsOver || _pattern[_at] is not ('?' or '*' or '+' or '{'))
        {
            return Times.Once;
        }

        var isOptional = _pattern[_at] is '?' or '*' || _pattern.AsSpan(_at).StartsWith("{0", StringComparison.Ordinal);
        _at = _pattern[_at] == '{' ? _pattern.IndexOf('}', _at) + 1 : _at + 1;
        if (!IsOver && _pattern[_at] == '?')
        {
            _at++;
        }

        return isOptional ? Times.Perhaps : Times.Often;
    }

    /// <summary>Longer words are rarer; of words as long, fewer are.</summary>
    private static List<string>? Better(List<string>? one, List<string>? other)
    {
        if (other is null || other.Count == 0 || !other.TrueForAll(IsTelling))
        {
            return one;
        }

        return one is null || Shortest(other) > Shortest(one) || (Shortest(other) == Shortest(one) && other.Count < one.Count) ? other : one;
    }

    /// <summary>A single letter of an alphabet stands in every text.</summary>
    private static bool IsTelling(string word) => word.Length > 1 || (word.Length == 1 && !char.IsAscii(word[0]));

    private static int Shortest(List<string> words) => words.Min(word => word.Length);

    private enum Times
    {
        Once,
        Perhaps,
        Often,
    }
}
