using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Billing;

internal sealed class CustomerTable : IEntityTypeConfiguration<Customer>
{
    public void Configure(EntityTypeBuilder<Customer> builder)
    {
        builder.Property(customer => customer.TenantId).HasConversion<LowerCaseConverter>();
        builder.HasIndex(customer => customer.TenantId).IsUnique();
    }
}
