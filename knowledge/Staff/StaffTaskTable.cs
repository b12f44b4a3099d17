using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Staff;

internal sealed class StaffTaskTable : IEntityTypeConfiguration<StaffTask>
{
    public void Configure(EntityTypeBuilder<StaffTask> builder)
    {
        builder.HasIndex(task => new { task.Kind, task.DedupeKey }).IsUnique();
        builder.HasIndex(task => task.DoneAt);
    }
}
