using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Mail;

internal sealed class OutgoingMailTable : IEntityTypeConfiguration<OutgoingMail>
{
    // Small: only mail that is still to be sent is in it.
    public void Configure(EntityTypeBuilder<OutgoingMail> builder) => builder
        .HasIndex(mail => mail.NextAttemptAt).HasFilter("\"SentAt\" IS NULL AND \"DeadAt\" IS NULL");
}
