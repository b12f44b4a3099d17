namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A text whose topic is known.</summary>
/// <param name="Features">Of the text.</param>
/// <param name="Topic">Number of the topic; <see cref="OffTopic"/> or <see cref="Unanswered"/> for what no article answers.</param>
/// <param name="IsQuestion">Worded as customers ask; false for a part of an answer.</param>
internal sealed record Example(TextFeatures Features, int Topic, bool IsQuestion)
{
    public const int OffTopic = -1, Unanswered = -2;

    public bool HasAnswer => Topic >= 0;
}
