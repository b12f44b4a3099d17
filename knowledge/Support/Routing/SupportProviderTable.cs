using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Support.Routing;

internal sealed class SupportProviderTable : IEntityTypeConfiguration<SupportProvider>
{
    public void Configure(EntityTypeBuilder<SupportProvider> builder) => builder.Property(row => row.Version).IsConcurrencyToken();
}
