using BillingBot.Knowledge.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Support.Dispatch;

internal sealed class ProviderDispatchTable : IEntityTypeConfiguration<ProviderDispatch>
{
    public void Configure(EntityTypeBuilder<ProviderDispatch> builder)
    {
        builder.HasIndex(dispatch => dispatch.MessageId).IsUnique();
        builder.HasIndex(dispatch => dispatch.CaseId);
        builder.HasIndex(dispatch => dispatch.NextAttemptAt).HasFilter("\"SentAt\" IS NULL AND \"DeadAt\" IS NULL");
        builder.HasOne<Case>().WithMany().HasForeignKey(dispatch => dispatch.CaseId);
    }
}
