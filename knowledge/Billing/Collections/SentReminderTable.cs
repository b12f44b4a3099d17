using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Billing.Collections;

internal sealed class SentReminderTable : IEntityTypeConfiguration<SentReminder>
{
    public void Configure(EntityTypeBuilder<SentReminder> builder) =>
        builder.HasIndex(sent => new { sent.InvoiceId, sent.PersonId, sent.Stage }).IsUnique();
}
