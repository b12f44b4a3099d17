using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Billing.Invoices;

internal sealed class InvoiceTable : IEntityTypeConfiguration<Invoice>
{
    public void Configure(EntityTypeBuilder<Invoice> builder)
    {
        builder.HasIndex(invoice => invoice.Number).IsUnique();
        builder.HasIndex(invoice => new { invoice.CustomerId, invoice.NumberKey });
        builder.HasIndex(invoice => invoice.NumberKey);
        builder.HasMany(invoice => invoice.Lines).WithOne().HasForeignKey(line => line.InvoiceId);
        builder.HasMany(invoice => invoice.CreditNotes).WithOne().HasForeignKey(note => note.InvoiceId);
        builder.HasMany(invoice => invoice.Allocations).WithOne().HasForeignKey(allocation => allocation.InvoiceId);
        builder.HasMany(invoice => invoice.Disputes).WithOne().HasForeignKey(dispute => dispute.InvoiceId);
        builder.HasMany(invoice => invoice.Promises).WithOne().HasForeignKey(promise => promise.InvoiceId);
    }
}
