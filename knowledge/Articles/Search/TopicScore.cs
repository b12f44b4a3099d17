namespace BillingBot.Knowledge.Articles.Search;

/// <summary>A topic among the likeliest.</summary>
internal sealed record TopicScore(int Topic, Evidence Evidence);
