using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Conversations;

internal sealed class ConversationTable : IEntityTypeConfiguration<Conversation>
{
    public void Configure(EntityTypeBuilder<Conversation> builder)
    {
        builder.HasIndex(conversation => new { conversation.Channel, conversation.ChannelConversationId }).IsUnique();
        builder.HasIndex(conversation => conversation.PersonId);
    }
}
