using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Cases;

internal sealed class CaseCounterTable : IEntityTypeConfiguration<CaseCounter>
{
    public void Configure(EntityTypeBuilder<CaseCounter> builder) =>
        builder.HasData(new CaseCounter { Id = CaseCounter.TheOne, Last = 1000 });
}
