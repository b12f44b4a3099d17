using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Cases;

namespace BillingBot.Skills.Handoff;

/// <summary>What words tell about a case beside what it is about; null where they do not.</summary>
internal sealed record SaidWithCase(Classification Classification, Urgency? Urgency, Product? Product, string? Email, string? Phone);
