using BillingBot.Knowledge.Articles;

namespace BillingBot.Knowledge.Cases;

/// <summary>What staff set right on a case; null leaves it.</summary>
public sealed record CaseChange(Urgency? Urgency = null, Product? Product = null, Classification? Classification = null);
