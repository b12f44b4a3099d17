namespace BillingBot.Knowledge.Articles;

/// <summary>Which Microsoft cloud a fact holds for.</summary>
public enum Cloud
{
    Any,
    Public,
    UsGovernment,
}
