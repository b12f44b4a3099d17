namespace BillingBot.Knowledge.Canned;

/// <summary>A canned reply made ready for a case.</summary>
public abstract record FilledReply
{
    private FilledReply()
    {
    }

    /// <param name="Text">Ready for a person to look over and send.</param>
    /// <param name="Open">Places for which nothing is known; they stand in the text still.</param>
    public sealed record Filled(string Text, IReadOnlyList<string> Open) : FilledReply;

    /// <summary>A place that nobody can fill.</summary>
    /// <param name="Placeholder">As written.</param>
    /// <param name="Known">Those that can be filled.</param>
    public sealed record UnknownPlaceholder(string Placeholder, IReadOnlyCollection<string> Known) : FilledReply;
}
