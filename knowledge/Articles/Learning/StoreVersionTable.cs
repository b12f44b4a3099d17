using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Articles.Learning;

internal sealed class StoreVersionTable : IEntityTypeConfiguration<StoreVersion>
{
    public void Configure(EntityTypeBuilder<StoreVersion> builder) => builder.Property(version => version.Id).ValueGeneratedNever();
}
