namespace BillingBot.Conversation;

/// <summary>The bot asked which one is meant; the next words may be one of the options, its number, or something else.</summary>
internal sealed record OpenQuestion(IReadOnlyList<QuestionOption> Options)
{
    /// <summary>The options differ by platform era, so a date of purchase answers too.</summary>
    public bool IsAboutEra { get; init; }

    /// <summary>"Is it this?": a yes means the first option.</summary>
    public bool IsYesOrNo { get; init; }
}
