namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Evidence of which it is known whether it pointed the right way.</summary>
/// <param name="Weight">How many like it are to be expected, relative to the others.</param>
internal sealed record GateExample(Evidence Evidence, bool IsRight, float Weight);
