using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Billing.Suspensions;

internal sealed class SuspensionRequestTable : IEntityTypeConfiguration<SuspensionRequest>
{
    public void Configure(EntityTypeBuilder<SuspensionRequest> builder)
    {
        builder.Property(request => request.Version).IsConcurrencyToken();
        builder.HasIndex(request => request.SubscriptionId).IsUnique().HasDatabaseName("IX_Suspensions_OneOpen")
            .HasFilter("\"State\" IN ('Requested', 'Approved', 'CarryingOut', 'NeedsHand')");
        builder.HasIndex(request => request.State);
        builder.HasOne<Subscription>().WithMany().HasForeignKey(request => request.SubscriptionId).OnDelete(DeleteBehavior.Restrict);
    }
}
