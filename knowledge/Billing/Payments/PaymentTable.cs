using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Billing.Payments;

internal sealed class PaymentTable : IEntityTypeConfiguration<Payment>
{
    public void Configure(EntityTypeBuilder<Payment> builder)
    {
        builder.HasIndex(payment => payment.Reference).IsUnique();
        builder.HasIndex(payment => payment.CustomerId);
        builder.HasMany(payment => payment.Allocations).WithOne(allocation => allocation.Payment)
            .HasForeignKey(allocation => allocation.PaymentId);
    }
}
