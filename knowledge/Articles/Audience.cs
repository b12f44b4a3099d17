namespace BillingBot.Knowledge.Articles;

/// <summary>Who may see an article.</summary>
public enum Audience
{
    Customer,
    Staff,
}
