namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A topic and the probability that it is the one asked for.</summary>
internal sealed record RankedTopic(string Topic, float Confidence);
