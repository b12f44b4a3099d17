using NodaTime;

namespace BillingBot.Knowledge.Identity;

/// <summary>What became of a request for a code. Nothing in it tells whether the address is on file.</summary>
public abstract record CodeIssue
{
    private CodeIssue()
    {
    }

    public sealed record Issued : CodeIssue;

    /// <summary>Too many codes were asked for in the last hour: for the address, in the conversation, or in all.</summary>
    public sealed record TooMany : CodeIssue;

    /// <summary>Too many wrong codes.</summary>
    public sealed record Locked(Instant Until) : CodeIssue;
}
