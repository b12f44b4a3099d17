using BillingBot.Conversation;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Skills.Deciding;

namespace BillingBot.Editing;

/// <summary>What the bot would do with a question, and why.</summary>
/// <param name="Language">Taken for the question's.</param>
/// <param name="Decision">What it would do.</param>
/// <param name="Explanation">Why; null when the store has no articles in the language.</param>
/// <param name="Person">Name of the customer's person who was taken to ask; null for a guest.</param>
/// <param name="BeforeTitle">Title of the article that answered the question before; null for none.</param>
internal sealed record TrialResult(Language Language, Decision Decision, Explanation? Explanation, string? Person, string? BeforeTitle);
