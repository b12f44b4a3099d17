using BillingBot.Knowledge.Cases;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Support.Escalations;

internal sealed class EscalationTable : IEntityTypeConfiguration<Escalation>
{
    public void Configure(EntityTypeBuilder<Escalation> builder)
    {
        builder.Property(escalation => escalation.Version).IsConcurrencyToken();
        builder.HasIndex(escalation => escalation.CaseId);
        builder.HasIndex(escalation => escalation.State);
        builder.HasOne<Case>().WithMany().HasForeignKey(escalation => escalation.CaseId);
    }
}
