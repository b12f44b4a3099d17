using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Identity;

internal sealed class VerificationCodeTable : IEntityTypeConfiguration<VerificationCode>
{
    public void Configure(EntityTypeBuilder<VerificationCode> builder)
    {
        builder.HasIndex(code => new { code.ConversationId, code.Sequence }).IsUnique();
        builder.HasIndex(code => new { code.ConversationId, code.SenderId });
        builder.HasIndex(code => new { code.AddressHash, code.CreatedAt });
        builder.HasIndex(code => code.CreatedAt);
    }
}
