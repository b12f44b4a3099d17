using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Cases;

internal sealed class CaseEventTable : IEntityTypeConfiguration<CaseEvent>
{
    public void Configure(EntityTypeBuilder<CaseEvent> builder)
    {
        builder.HasOne<Case>().WithMany().HasForeignKey(happened => happened.CaseId);
        builder.HasIndex(happened => new { happened.CaseId, happened.Id });
    }
}
