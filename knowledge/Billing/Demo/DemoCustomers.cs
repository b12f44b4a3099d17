using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Billing.Demo;

/// <summary>The customers and people of the demo partner "Northwind Cloud". For Development only.</summary>
public sealed class DemoCustomers(DbWriter writer)
{
    /// <summary>The tenant that Microsoft 365 Agents Playground pretends to be in by default.</summary>
    private const string PlaygroundTenant = "00000000-0000-0000-0000-0000000000001";

    public Task SeedAsync(CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) =>
        {
            if (await db.Customers.AnyAsync(token))
            {
                return 0;
            }

            db.AddRange(Customers());
            db.AddRange(People());
            return await db.SaveChangesAsync(token);
        },
        cancellationToken);

    private static IEnumerable<Customer> Customers() =>
    [
        new()
        {
            Id = "contoso",
            Name = "Contoso Ltd",
            Language = "en",
            TimeZone = "Europe/London",
            SupportPlan = "Standard",
            TenantId = PlaygroundTenant,
        },
        new()
        {
            Id = "adventure",
            Name = "Adventure Works Japan 株式会社",
            Language = "ja",
            TimeZone = "Asia/Tokyo",
            SupportPlan = "Standard",
            TenantId = "6f1a2c1e-0d0f-4c41-9a55-4f5a5a3f7a02",
        },
        new()
        {
            Id = "fabrikam",
            Name = "Fabrikam Inc",
            Language = "en",
            TimeZone = "America/New_York",
            SupportPlan = "Plus",
            TenantId = "c2b0a3de-6c1b-4a6f-8f77-2f6b0f6c1d03",
        },
    ];

    /// <summary>Playground's current user is Alex; its second user is Sam, who may not see amounts.</summary>
    private static IEnumerable<Person> People() =>
    [
        Person("contoso-alex", "contoso", "Alex Wilber", "en", "00000000-0000-0000-0000-0000000000020", isBillingContact: true),
        Person("contoso-sam", "contoso", "Sam Carter", "en", "00000000-0000-0000-0000-0000000000021"),
        Person("adventure-mika", "adventure", "田中 美香", "ja", "a8c7b1f0-53f4-4b0e-9d5b-64f1e2a7c004", isBillingContact: true),
        Person("fabrikam-kim", "fabrikam", "Kim Akers", "en", "5d3e9b1a-2f0c-4e86-b9a1-7c8d6e5f4005", isBillingContact: true),
    ];

    private static Person Person(
        string id, string customerId, string name, string language, string directoryObjectId, bool isBillingContact = false) => new()
        {
            Id = id,
            CustomerId = customerId,
            Name = name,
            Email = $"{id}@example.com",
            Language = language,
            IsBillingContact = isBillingContact,
            DirectoryObjectId = directoryObjectId,
        };
}
