namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Turns evidence into the probability that what it speaks for is right.</summary>
internal interface IGate
{
    /// <summary>Zero to one.</summary>
    float Probability(Evidence evidence);
}
