using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Staff;

internal sealed class StaffPresenceTable : IEntityTypeConfiguration<StaffPresence>
{
    public void Configure(EntityTypeBuilder<StaffPresence> builder)
    {
        builder.HasKey(known => known.Id);
        builder.Ignore(known => known.User);
    }
}
