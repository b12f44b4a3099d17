namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A topic among the likeliest.</summary>
/// <param name="Topic">Its number.</param>
/// <param name="Probability">The classifiers'; some topic is taken to be right.</param>
internal sealed record TopicScore(int Topic, float Probability);
