using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>What the database holds of the customers and contacts of a batch.</summary>
internal sealed class KnownCustomers
{
    private readonly Dictionary<string, Customer> _customers;
    private readonly List<Person> _people;
    private readonly Dictionary<string, string> _tenants;

    private KnownCustomers(List<Customer> customers, List<Person> people)
    {
        _customers = customers.ToDictionary(customer => customer.Id, StringComparer.Ordinal);
        _people = people;
        _tenants = customers.Where(customer => customer.TenantId is not null)
            .ToDictionary(customer => customer.TenantId!, customer => customer.Id, StringComparer.Ordinal);
    }

    public static async Task<KnownCustomers> LoadAsync(
        BillingDb db, IReadOnlyList<CustomerRecord> batch, CancellationToken cancellationToken)
    {
        var ids = batch.Select(record => record.Customer.Id).ToList();
        var tenants = batch.Select(record => record.Customer.TenantId).OfType<string>().ToList();
        var people = batch.SelectMany(record => record.Contacts).Select(contact => contact.Person.Id).ToList();
        return new KnownCustomers(
            await db.Customers.Where(customer => ids.Contains(customer.Id) || tenants.Contains(customer.TenantId!)).ToListAsync(cancellationToken),
            await db.People.Where(person => ids.Contains(person.CustomerId) || people.Contains(person.Id)).ToListAsync(cancellationToken));
    }

    public Customer? Find(string id) => _customers.GetValueOrDefault(id);

    public string? OwnerOfTenant(string tenantId) => _tenants.GetValueOrDefault(tenantId);

    public string? OwnerOfDirectoryId(string customerId, string directoryObjectId) => _people.Find(person =>
        person.CustomerId == customerId
        && string.Equals(person.DirectoryObjectId, directoryObjectId, StringComparison.OrdinalIgnoreCase))?.Id;

    /// <summary>By key; a contact that the file gives no key, by e-mail address.</summary>
    public Person? FindPerson(ContactRecord contact) =>
        _people.Find(person => person.Id == contact.Person.Id)
        ?? (contact.HasOwnId ? null : _people.Find(person =>
            person.CustomerId == contact.Person.CustomerId
            && string.Equals(person.Email, contact.Person.Email, StringComparison.OrdinalIgnoreCase)));

    public bool HasAnotherAddress(ContactRecord contact) =>
        FindPerson(contact) is { } person && !string.Equals(person.Email, contact.Person.Email, StringComparison.OrdinalIgnoreCase);

    /// <summary>A person who is there keeps the key.</summary>
    public Person WithKnownId(ContactRecord contact) => FindPerson(contact) is not { } known || known.Id == contact.Person.Id
        ? contact.Person
        : new Person
        {
            Id = known.Id,
            CustomerId = contact.Person.CustomerId,
            Name = contact.Person.Name,
            Email = contact.Person.Email,
            Language = contact.Person.Language,
            IsBillingContact = contact.Person.IsBillingContact,
            DirectoryObjectId = contact.Person.DirectoryObjectId,
        };
}
