using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What the customer's words say about whose case it is.</summary>
/// <param name="Because">In the order in which they stand; empty: nothing was recognised, and it counts as commercial.</param>
public sealed record ClassifiedWords(Classification Classification, SupportProduct? Product, IReadOnlyList<MatchedWords> Because)
{
    public bool IsDispute => Has(WordSense.Dispute);
    public bool IsBoughtDirect => Has(WordSense.BoughtDirect);
    public bool AskedForMicrosoft => Has(WordSense.AskedForMicrosoft);

    private bool Has(WordSense sense) => Because.Any(words => words.Sense == sense);
}
