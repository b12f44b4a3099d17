using System.Buffers;
using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace BillingBot.Conversation;

/// <summary>
/// A pattern of the resource files, one for all who use it, compiled once it has shown that it is used: to compile all of them would delay
/// the start by seconds. Most patterns fit few texts, so a text is asked first for the words that the pattern cannot do without. Whether one of many
/// alternatives fits is asked of one after the other, for each knows where to look, which all together do not.
/// </summary>
internal sealed class HotPattern
{
    private const int Often = 300;
    private const int Many = 8;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<string, HotPattern> Known = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();
    private static Task _preparing = Task.CompletedTask;
    private readonly string _pattern;
    private readonly HotPattern[] _alternatives = [];
    private volatile Regex? _regex;
    private volatile SearchValues<string>? _needed;
    private int _uses;

    private HotPattern(string pattern)
    {
        _pattern = pattern;
        if (Alternatives(pattern) is { Count: >= Many } alternatives)
        {
            _alternatives = [.. alternatives.Select(alternative => new HotPattern(alternative))];
        }
    }

    public static HotPattern Of(string pattern) => Known.GetOrAdd(pattern, static pattern => new HotPattern(pattern));

    public bool IsMatch(string text) =>
        MayFit(text) && (_alternatives.Length > 0 ? Array.Exists(_alternatives, alternative => alternative.IsMatch(text)) : Whole.IsMatch(text));

    public Match Match(string text) => MayFit(text) ? Whole.Match(text) : System.Text.RegularExpressions.Match.Empty;

    public string[] Split(string text) => MayFit(text) ? Whole.Split(text) : [text];

    public string Replace(string text, string replacement) => MayFit(text) ? Whole.Replace(text, replacement) : text;

    public string Replace(string text, MatchEvaluator replacement) => MayFit(text) ? Whole.Replace(text, replacement) : text;

    private Regex Whole => _regex ??= new Regex(_pattern, Options, Patience);

    private bool MayFit(string text)
    {
        if (_uses < Often && Interlocked.Increment(ref _uses) == Often)
        {
            Prepare();
        }

        return _needed is not { } needed || text.AsSpan().ContainsAny(needed);
    }

    /// <summary>One after the other, beside the bot's work.</summary>
    private void Prepare()
    {
        lock (Gate)
        {
            // The last of them is kept, and with it all that its context knows: the turn, and the host it ran in.
            using var withoutContext = ExecutionContext.SuppressFlow();
            _preparing = _preparing.ContinueWith(
                _ =>
                {
                    if (NeededWords.Of(_pattern) is { } words)
                    {
                        _needed = SearchValues.Create([.. words], StringComparison.OrdinalIgnoreCase);
                    }

                    if (_alternatives.Length == 0)
                    {
                        _regex = new Regex(_pattern, Options | RegexOptions.Compiled, Patience);
                    }
                },
                CancellationToken.None,
                TaskContinuationOptions.None,
                TaskScheduler.Default);
        }
    }

    /// <summary>The parts between the bars that stand in no group and in no class.</summary>
    private static List<string> Alternatives(string pattern)
    {
        List<string> parts = [];
        var (depth, isClass, begin) = (0, false, 0);
        for (var at = 0; at < pattern.Length; at++)
        {
            switch (pattern[at])
            {
                case '\\':
                    at++;
                    break;
                case ']':
                    isClass = false;
                    break;
                case var _ when isClass:
                    break;
                case '[':
                    isClass = true;
                    break;
                case '(':
                    depth++;
                    break;
                case ')':
                    depth--;
                    break;
                case '|' when depth == 0:
                    parts.Add(pattern[begin..at]);
                    begin = at + 1;
                    break;
            }
        }

        parts.Add(pattern[begin..]);
        return parts;
    }
}
