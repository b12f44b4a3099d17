namespace BillingBot.Knowledge.Articles.Search;

/// <summary>How near a text is to a topic's examples; see <see cref="Evidence"/> for the terms.</summary>
internal sealed record Nearness(float Best, float Rival, float Covered, int Examples);
