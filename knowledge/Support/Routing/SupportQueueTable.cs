using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Support.Routing;

internal sealed class SupportQueueTable : IEntityTypeConfiguration<SupportQueue>
{
    public void Configure(EntityTypeBuilder<SupportQueue> builder) => builder.Property(row => row.Version).IsConcurrencyToken();
}
