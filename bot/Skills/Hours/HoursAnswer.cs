using BillingBot.Conversation;

namespace BillingBot.Skills.Hours;

/// <summary>What the hours say about the time that was asked for.</summary>
/// <param name="Summary">One or two sentences.</param>
/// <param name="Facts">The days concerned.</param>
internal sealed record HoursAnswer(string Summary, CardTone Tone, IReadOnlyList<CardFact> Facts);
