namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Which promises to pay are taken without asking a person.</summary>
/// <param name="LongestDays">Days from the day of the promise to the promised day, at most.</param>
/// <param name="AtMost">Promises for one invoice, at most.</param>
public sealed record PromiseRules(int LongestDays, int AtMost);
