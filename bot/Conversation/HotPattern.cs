using System.Collections.Concurrent;
using System.Text.RegularExpressions;

namespace BillingBot.Conversation;

/// <summary>
/// A pattern of the resource files, one for all who use it, compiled once it has shown that it is used: to compile all of them would delay
/// the start by seconds. Whether one of many alternatives fits is asked of one after the other, for each knows where to look, which all together do not.
/// </summary>
internal sealed class HotPattern
{
    private const int Often = 300;
    private const int Many = 8;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly ConcurrentDictionary<string, HotPattern> Known = new(StringComparer.Ordinal);
    private static readonly Lock Gate = new();
    private static Task _compiling = Task.CompletedTask;
    private readonly string _pattern;
    private readonly HotPattern[] _alternatives = [];
    private volatile Regex? _regex;
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
        _alternatives.Length > 0 ? Array.Exists(_alternatives, alternative => alternative.IsMatch(text)) : Used().IsMatch(text);

    public Match Match(string text) => Used().Match(text);

    public string[] Split(string text) => Used().Split(text);

    public string Replace(string text, string replacement) => Used().Replace(text, replacement);

    public string Replace(string text, MatchEvaluator replacement) => Used().Replace(text, replacement);

    private Regex Used()
    {
        if (_uses < Often && Interlocked.Increment(ref _uses) == Often)
        {
            Compile();
        }

        return _regex ??= new Regex(_pattern, Options, Patience);
    }

    /// <summary>One after the other, beside the bot's work.</summary>
    private void Compile()
    {
        lock (Gate)
        {
            // The last of them is kept, and with it all that its context knows: the turn, and the host it ran in.
            using var withoutContext = ExecutionContext.SuppressFlow();
            _compiling = _compiling.ContinueWith(
                _ => _regex = new Regex(_pattern, Options | RegexOptions.Compiled, Patience), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
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
