using System.Text.RegularExpressions;

namespace BillingBot.Conversation;

/// <summary>A pattern that is compiled once it has shown that it is used: to compile all of them would delay the start by seconds.</summary>
internal sealed class HotPattern(string pattern)
{
    private const int Often = 300;
    private const RegexOptions Options = RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static readonly Lock Gate = new();
    private static Task _compiling = Task.CompletedTask;
    private volatile Regex _regex = new(pattern, Options, Patience);
    private int _uses;

    public Regex Regex
    {
        get
        {
            if (_uses < Often && Interlocked.Increment(ref _uses) == Often)
            {
                Compile();
            }

            return _regex;
        }
    }

    /// <summary>One after the other, beside the bot's work.</summary>
    private void Compile()
    {
        lock (Gate)
        {
            _compiling = _compiling.ContinueWith(
                _ => _regex = new Regex(pattern, Options | RegexOptions.Compiled, Patience), CancellationToken.None, TaskContinuationOptions.None, TaskScheduler.Default);
        }
    }
}
