using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>
/// Customers and their contacts, one row a contact. Contacts that the file does not name stay as they are: a right is
/// taken away by a "no" in the file, not by a row that was forgotten.
/// </summary>
internal sealed class CustomerImport : RecordImport<CustomerRecord>
{
    private readonly HashSet<string> _tenants = new(StringComparer.Ordinal);
    private readonly HashSet<string> _people = new(StringComparer.Ordinal);
    private readonly HashSet<(string Customer, string DirectoryId)> _directoryIds = [];

    public override ImportKind Kind => ImportKind.Customers;
    public override Sheet Sheet => CustomerSheet.Sheet;
    public override string Noun => "customer";
    public override Column Key => CustomerSheet.Id;
    public override IReadOnlyList<Column> Repeated => CustomerSheet.Repeated;

    public override CustomerRecord? Read(IReadOnlyList<CsvRow> rows, string customerId, ImportNotes notes)
    {
        if (CustomerReader.Read(rows, notes) is not { } record)
        {
            return null;
        }

        var head = new Cells(rows[0], notes);
        if (record.Customer.TenantId is { } tenant && !_tenants.Add(tenant))
        {
            head.Reject(CustomerSheet.TenantId, "Another customer in the file has this tenant.", "A tenant belongs to one customer; check the id.");
        }

        foreach (var contact in record.Contacts)
        {
            var cells = new Cells(contact.Row, notes);
            if (!_people.Add(contact.Person.Id))
            {
                cells.Reject(CustomerSheet.ContactId, "Somebody else in the file has this key.", "Give each contact a key of their own.");
            }

            if (contact.Person.DirectoryObjectId is { } directoryId && !_directoryIds.Add((record.Customer.Id, directoryId)))
            {
                cells.Reject(CustomerSheet.DirectoryObjectId, "Another contact of the customer has it.", "Check whose it is.");
            }
        }

        return head.Failed ? null : record;
    }

    public override async Task<IReadOnlyList<Standing>> CompareAsync(
        BillingDb db, IReadOnlyList<Found<CustomerRecord>> batch, ImportNotes notes, CancellationToken cancellationToken)
    {
        var known = await KnownCustomers.LoadAsync(db, [.. batch.Select(found => found.Record)], cancellationToken);
        return [.. batch.Select(found => Stand(found, known, notes))];
    }

    public override Task AddAsync(BillingDb db, IEnumerable<CustomerRecord> records, CancellationToken cancellationToken) =>
        StoreAsync(db, [.. records], cancellationToken);

    public override Task UpdateAsync(BillingDb db, IReadOnlyList<CustomerRecord> records, CancellationToken cancellationToken) =>
        StoreAsync(db, records, cancellationToken);

    public override (string Subject, string? CustomerId) Name(CustomerRecord record) => ($"customer:{record.Customer.Id}", record.Customer.Id);

    private static async Task StoreAsync(BillingDb db, IReadOnlyList<CustomerRecord> records, CancellationToken cancellationToken)
    {
        foreach (var chunk in records.Chunk(Importer.BatchSize))
        {
            var known = await KnownCustomers.LoadAsync(db, chunk, cancellationToken);
            await ForgetProofsAsync(
                db, [.. chunk.SelectMany(record => record.Contacts).Where(known.HasAnotherAddress).Select(contact => known.FindPerson(contact)!.Id)], cancellationToken);
            foreach (var record in chunk)
            {
                Store(db, known.Find(record.Customer.Id), record.Customer);
                foreach (var contact in record.Contacts)
                {
                    Store(db, known.FindPerson(contact), known.WithKnownId(contact));
                }
            }

            await db.SaveChangesAsync(cancellationToken);
            db.ChangeTracker.Clear();
        }
    }

    /// <summary>What somebody proved by the old address counts no more.</summary>
    private static async Task ForgetProofsAsync(BillingDb db, IReadOnlyList<string> personIds, CancellationToken cancellationToken)
    {
        await db.VerifiedSenders.Where(verified => personIds.Contains(verified.PersonId)).ExecuteDeleteAsync(cancellationToken);
        await db.VerificationCodes.Where(code => personIds.Contains(code.PersonId!))
            .ExecuteUpdateAsync(row => row.SetProperty(code => code.PersonId, (string?)null), cancellationToken);
    }

    private static void Store<TEntity>(BillingDb db, TEntity? known, TEntity told) where TEntity : class
    {
        if (known is null)
        {
            db.Add(told);
        }
        else
        {
            db.Attach(known);
            db.Entry(known).CurrentValues.SetValues(told);
        }
    }

    private static Standing Stand(Found<CustomerRecord> found, KnownCustomers known, ImportNotes notes)
    {
        var (customer, contacts) = found.Record;
        var head = new Cells(found.Row, notes);
        if (customer.TenantId is not null && known.OwnerOfTenant(customer.TenantId) is { } owner && owner != customer.Id)
        {
            head.Reject(CustomerSheet.TenantId, $"Customer {owner} has this tenant.", "A tenant belongs to one customer; check the id.");
        }

        foreach (var contact in contacts)
        {
            var cells = new Cells(contact.Row, notes);
            var person = known.FindPerson(contact);
            if (person is not null && person.CustomerId != customer.Id)
            {
                cells.Reject(CustomerSheet.ContactId, "Somebody at another customer has this key.", "Give the contact a key of their own.");
            }

            if (contact.Person.DirectoryObjectId is { } directoryId
                && known.OwnerOfDirectoryId(customer.Id, directoryId) is { } other && other != (person?.Id ?? contact.Person.Id))
            {
                cells.Reject(CustomerSheet.DirectoryObjectId, "Another contact of the customer has it.", "Check whose it is.");
            }
        }

        if (head.Failed)
        {
            return Standing.Refused;
        }

        return known.Find(customer.Id) is not { } there ? Standing.New
            : Content(there) == Content(customer) && contacts.All(contact => known.FindPerson(contact) is { } person && Content(person) == Content(contact.Person))
                ? Standing.Unchanged
                : Standing.Changed;
    }

    private static (string, string, string, string, string?, string) Content(Customer customer) =>
        (customer.Name, customer.Language, customer.TimeZone, customer.SupportPlan, customer.TenantId, customer.Group);

    private static (string, string, string, bool, string?) Content(Person person) =>
        (person.Name, person.Email, person.Language, person.IsBillingContact, person.DirectoryObjectId);
}
