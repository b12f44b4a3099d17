using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Support.Routing;

internal sealed class HeldPlanTable : IEntityTypeConfiguration<HeldPlan>
{
    public void Configure(EntityTypeBuilder<HeldPlan> builder) => builder.Property(row => row.Version).IsConcurrencyToken();
}
