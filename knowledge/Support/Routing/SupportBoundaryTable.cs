using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Support.Routing;

internal sealed class SupportBoundaryTable : IEntityTypeConfiguration<SupportBoundary>
{
    public void Configure(EntityTypeBuilder<SupportBoundary> builder) => builder.Property(row => row.Version).IsConcurrencyToken();
}
