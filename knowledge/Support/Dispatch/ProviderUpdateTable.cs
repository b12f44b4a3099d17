using BillingBot.Knowledge.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Support.Dispatch;

internal sealed class ProviderUpdateTable : IEntityTypeConfiguration<ProviderUpdate>
{
    public void Configure(EntityTypeBuilder<ProviderUpdate> builder)
    {
        builder.HasIndex(update => new { update.ProviderId, update.MessageId }).IsUnique();
        builder.HasIndex(update => update.CaseId);
        builder.HasOne<Case>().WithMany().HasForeignKey(update => update.CaseId);
    }
}
