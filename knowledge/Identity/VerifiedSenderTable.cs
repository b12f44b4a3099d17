using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Identity;

internal sealed class VerifiedSenderTable : IEntityTypeConfiguration<VerifiedSender>
{
    public void Configure(EntityTypeBuilder<VerifiedSender> builder) =>
        builder.HasKey(verified => new { verified.ConversationId, verified.SenderId });
}
