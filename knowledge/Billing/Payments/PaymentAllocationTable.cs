using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Billing.Payments;

internal sealed class PaymentAllocationTable : IEntityTypeConfiguration<PaymentAllocation>
{
    public void Configure(EntityTypeBuilder<PaymentAllocation> builder) =>
        builder.HasKey(allocation => new { allocation.PaymentId, allocation.InvoiceId });
}
