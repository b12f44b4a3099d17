using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Conversations;

internal sealed class MessageTable : IEntityTypeConfiguration<Message>
{
    public void Configure(EntityTypeBuilder<Message> builder)
    {
        builder.HasKey(message => new { message.ConversationId, message.Sequence });
        builder.HasOne<Conversation>().WithMany().HasForeignKey(message => message.ConversationId);
        builder.Property(message => message.Author).HasDefaultValue(Author.Bot);

        // Replies have no key, and need not be looked for by it.
        builder.HasIndex(message => new { message.ConversationId, message.DedupeKey }).IsUnique().HasFilter("\"DedupeKey\" IS NOT NULL");

        // Small even when the transcript is not: only work that is still to be done is in it.
        builder.HasIndex(message => new { message.Status, message.ConversationId, message.Sequence })
            .HasFilter(WaitingMessages.Filter);
    }
}
