using BillingBot.Conversation;

namespace BillingBot.Channels.Rendering;

/// <summary>The few words that cards need of themselves, in one language.</summary>
internal sealed class CardWords(Language language)
{
    private static readonly Phrases<CardWords> Phrases = new();

    public static CardWords In(string languageCode) => new(Language.FromLocale(languageCode) ?? Language.English);

    /// <summary>A sign beside a step; its state is said in words as well.</summary>
    public static string Sign(StepState state) => state switch
    {
        StepState.Done => "✓",
        StepState.Current => "●",
        StepState.ToCome => "○",
        _ => "–",
    };

    /// <summary>"Thu 3 Dec · to come"; a general rule has no state.</summary>
    public string WhenAndState(TimelineStep step) => step.State is StepState.General
        ? step.When
        : Phrases.Format(language, "WhenAndState", step.When, Phrases[language, $"State_{step.State}"]);

    public string Labelled(string label, string value) => Phrases.Format(language, nameof(Labelled), label, value);

    public string Joined(IEnumerable<string> parts) => string.Join(Phrases[language, "Separator"], parts);

    public string MoreRows(int count) => Phrases.Format(language, nameof(MoreRows), count);
}
