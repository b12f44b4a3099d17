namespace BillingBot.Knowledge.Articles;

/// <summary>What a fact is about.</summary>
public enum Product
{
    Any,
    Azure,
    Microsoft365,
    Dynamics365,
}
