using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Canned;

internal sealed class CannedReplyTable : IEntityTypeConfiguration<CannedReply>
{
    public void Configure(EntityTypeBuilder<CannedReply> builder) => builder.HasIndex(reply => reply.RetiredAt);
}
