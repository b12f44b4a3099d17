namespace BillingBot.Conversation;

/// <summary>A form that waits for an answer.</summary>
/// <param name="Skill">Name of the skill whose form it is.</param>
/// <param name="Step">What was asked for, for example <c>email</c>.</param>
/// <param name="Question">The question as it was put, to be put again after a side question.</param>
/// <param name="Slots">What is known already.</param>
internal sealed record OpenForm(string Skill, string Step, string Question, IReadOnlyDictionary<string, string> Slots)
{
    /// <summary>The channel's id of who is asked; in a group nobody else's words are an answer. Set when the turn ends.</summary>
    public string? Sender { get; init; }

    /// <summary>Code of the language it was put in. Set when the turn ends.</summary>
    public string? Language { get; init; }

    /// <summary>Labels of the question's buttons, to be shown again after a side question.</summary>
    public IReadOnlyList<string> Labels { get; init; } = [];

    /// <summary>Code of the language in which its question was last put again, after something else was said; null when it was not.</summary>
    public string? RemindedIn { get; init; }

    /// <summary>How many side questions were answered since then.</summary>
    public int Asides { get; init; }

    /// <summary>The bot's own suggestion: it lapses when something else is said.</summary>
    public bool IsOffer { get; init; }

    /// <summary>With the buttons that its question has.</summary>
    public OpenForm With(IEnumerable<Choice> choices) => this with { Labels = [.. choices.Select(choice => choice.Label)] };
}
