using BillingBot.Knowledge.Staff;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

/// <summary>What the partner owes Microsoft: entered by staff, read by staff.</summary>
public sealed class ProviderInvoices(IDbContextFactory<BillingDb> factory, DbWriter writer, IClock clock)
{
    /// <summary>In UTC, as every date of Partner Center.</summary>
    public LocalDate Today => clock.GetCurrentInstant().InUtc().Date;

    /// <returns>The unpaid ones, the most urgent first; with all of them the paid ones after.</returns>
    public async Task<IReadOnlyList<ProviderInvoicePosition>> ListAsync(bool all, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var invoices = await db.ProviderInvoices.Where(invoice => all || invoice.PaidOn == null)
            .OrderBy(invoice => invoice.PaidOn != null).ThenBy(invoice => invoice.DueOn).ThenBy(invoice => invoice.Number)
            .ToListAsync(cancellationToken);
        return invoices.ConvertAll(invoice => new ProviderInvoicePosition(invoice, Today));
    }

    /// <summary>All or nothing; one that is there already with the same figures is left alone.</summary>
    public async Task<LedgerOutcome> AddAsync(IReadOnlyList<LedgerRow> rows, StaffMember by, CancellationToken cancellationToken)
    {
        var problems = new List<string>();
        var invoices = new List<(string Place, ProviderInvoice Invoice)>();
        foreach (var (place, fields) in rows)
        {
            var reader = new ProviderInvoiceReader();
            var invoice = reader.Read(fields);
            problems.AddRange(reader.Problems.Select(problem => place + problem));
            if (invoice is not null && invoices.Exists(other => other.Invoice.Number == invoice.Number))
            {
                problems.Add($"{place}{invoice.Number} is in the file twice.");
            }
            else if (invoice is not null)
            {
                invoices.Add((place, invoice));
            }
        }

        return problems.Count > 0
            ? new LedgerOutcome.Rejected(problems)
            : await writer.CommitAsync((db, token) => AddAsync(db, invoices, by, token), cancellationToken);
    }

    /// <summary>Closes what was open of it.</summary>
    public Task<LedgerOutcome> PayAsync(string number, LocalDate paidOn, string? reference, StaffMember by, CancellationToken cancellationToken) =>
        writer.CommitAsync<LedgerOutcome>(
            async (db, token) =>
            {
                var key = ProviderInvoiceReader.NumberKey(number);
                if (await db.ProviderInvoices.AsTracking().SingleOrDefaultAsync(known => known.Number == key, token) is not { } invoice)
                {
                    return new LedgerOutcome.Rejected([$"{key} is not in the ledger. Add it first: ledger add {key} ..."]);
                }

                if (invoice.PaidOn is { } before)
                {
                    return new LedgerOutcome.Rejected([$"{key} was paid on {LocalDatePattern.Iso.Format(before)} already."]);
                }

                if (paidOn < invoice.IssuedOn || paidOn > Today.PlusDays(1))
                {
                    return new LedgerOutcome.Rejected(["The day of payment is before the invoice or in the future."]);
                }

                var now = clock.GetCurrentInstant();
                (invoice.PaidOn, invoice.PaymentReference) = (paidOn, reference);
                Note(db, invoice, by, "paid", reference, now);
                await LedgerTasks.CloseAsync(db, key, by.Actor, now, token);
                await db.SaveChangesAsync(token);
                return new LedgerOutcome.Taken([invoice]);
            },
            cancellationToken);

    private async Task<LedgerOutcome> AddAsync(
        BillingDb db, List<(string Place, ProviderInvoice Invoice)> rows, StaffMember by, CancellationToken cancellationToken)
    {
        var now = clock.GetCurrentInstant();
        var problems = new List<string>();
        var added = new List<ProviderInvoice>();
        foreach (var (place, invoice) in rows)
        {
            var known = await db.ProviderInvoices.SingleOrDefaultAsync(other => other.Number == invoice.Number, cancellationToken);
            if (known is null)
            {
                db.Add(invoice);
                Note(db, invoice, by, "added", null, now);
                added.Add(invoice);
            }
            else if ((known.AmountMinor, known.Currency, known.IssuedOn, known.DueOn) != (invoice.AmountMinor, invoice.Currency, invoice.IssuedOn, invoice.DueOn))
            {
                problems.Add($"{place}{invoice.Number} is in the ledger with other figures ({known.Currency} {known.Amount.Major}, due {LocalDatePattern.Iso.Format(known.DueOn)}). Compare both with the invoice.");
            }
        }

        if (problems.Count > 0)
        {
            return new LedgerOutcome.Rejected(problems);
        }

        await db.SaveChangesAsync(cancellationToken);
        return new LedgerOutcome.Taken(added, rows.Count - added.Count);
    }

    private static void Note(BillingDb db, ProviderInvoice invoice, StaffMember by, string what, string? detail, Instant now) => db.Add(new AuditEntry
    {
        At = now,
        Actor = by.Actor,
        Action = $"provider-invoice.{what}",
        Subject = $"provider-invoice:{invoice.Number}",
        Detail = detail,
    });
}
