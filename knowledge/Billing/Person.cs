namespace BillingBot.Knowledge.Billing;

/// <summary>Somebody at a customer whom the bot may recognise.</summary>
public sealed class Person
{
    /// <summary>Key that the partner's own site uses for the person, for example <c>contoso-alex</c>.</summary>
    public required string Id { get; init; }
    public required string CustomerId { get; set; }
    public Customer? Customer { get; set; }
    public required string Name { get; set; }
    public required string Email { get; set; }
    public required string Language { get; set; }

    /// <summary>May see amounts.</summary>
    public bool IsBillingContact { get; set; }

    /// <summary>Microsoft Entra object id within the customer's tenant, stored in lower case.</summary>
    public string? DirectoryObjectId { get; set; }
}
