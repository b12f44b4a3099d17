namespace BillingBot.Knowledge.Articles.Search;

/// <summary>How near a text is to a topic's examples; see <see cref="Evidence"/> for the terms.</summary>
/// <param name="Example">Number of the nearest example of the topic; negative when none shares a word.</param>
internal sealed record Nearness(float Best, float Rival, float Covered, int Example, int Examples);
