namespace BillingBot.Knowledge.Articles.Search;

/// <summary>The likeliest topics, best first, and the evidence for the first of them; null when there is none.</summary>
internal sealed record TopicScores(IReadOnlyList<TopicScore> Topics, Evidence? Evidence)
{
    public static readonly TopicScores None = new([], null);
}
