using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Storage.Replicas;

internal sealed class StoredLeaseTable : IEntityTypeConfiguration<StoredLease>
{
    public void Configure(EntityTypeBuilder<StoredLease> builder) => builder.HasKey(lease => lease.Name);
}
