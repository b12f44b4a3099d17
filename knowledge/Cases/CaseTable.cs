using BillingBot.Knowledge.Conversations;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Cases;

internal sealed class CaseTable : IEntityTypeConfiguration<Case>
{
    public void Configure(EntityTypeBuilder<Case> builder)
    {
        builder.Property(known => known.Id).ValueGeneratedNever();
        builder.Property(known => known.Version).IsConcurrencyToken();
        builder.HasOne<Conversation>().WithMany().HasForeignKey(known => known.ConversationId);
        builder.HasIndex(known => new { known.Status, known.CreatedAt });
        builder.HasIndex(known => known.LastStaffAt);
        builder.HasIndex(known => known.PersonId);
        builder.HasIndex(known => known.CustomerId);

        // One case at a time in a conversation, whatever else goes wrong.
        builder.HasIndex(known => known.ConversationId, "OneOpenCase").IsUnique().HasFilter("\"Status\" <> 'Resolved'");
    }
}
