using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Storage;

internal sealed class StoredKeyTable : IEntityTypeConfiguration<StoredKey>
{
    public void Configure(EntityTypeBuilder<StoredKey> builder) => builder.HasKey(key => key.Name);
}
