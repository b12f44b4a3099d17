namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Words in which a sense was found.</summary>
/// <param name="Words">As the vocabulary spells them, not as the customer did.</param>
public sealed record MatchedWords(WordSense Sense, string Words);
