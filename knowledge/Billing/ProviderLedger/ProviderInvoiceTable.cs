using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Billing.ProviderLedger;

internal sealed class ProviderInvoiceTable : IEntityTypeConfiguration<ProviderInvoice>
{
    public void Configure(EntityTypeBuilder<ProviderInvoice> builder)
    {
        builder.HasKey(invoice => invoice.Number);
        builder.Ignore(invoice => invoice.Amount);
        builder.HasIndex(invoice => invoice.PaidOn);
    }
}
