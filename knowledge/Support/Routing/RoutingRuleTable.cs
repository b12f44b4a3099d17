using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Support.Routing;

internal sealed class RoutingRuleTable : IEntityTypeConfiguration<RoutingRule>
{
    public void Configure(EntityTypeBuilder<RoutingRule> builder)
    {
        builder.Property(row => row.Version).IsConcurrencyToken();
        builder.HasIndex(rule => rule.Order);
    }
}
