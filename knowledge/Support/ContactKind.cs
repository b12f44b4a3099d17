namespace BillingBot.Knowledge.Support;

/// <summary>A way to reach the partner's support.</summary>
public enum ContactKind
{
    Phone,
    Email,
    Url,
    Chat,
}
