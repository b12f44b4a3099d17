namespace BillingBot.Knowledge.Articles;

/// <summary>Which commerce platform a fact holds for; the two often answer in opposite ways.</summary>
public enum PlatformEra
{
    Any,
    NewCommerce,
    Legacy,
}
