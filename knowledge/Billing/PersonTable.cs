using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Billing;

internal sealed class PersonTable : IEntityTypeConfiguration<Person>
{
    public void Configure(EntityTypeBuilder<Person> builder)
    {
        builder.Property(person => person.DirectoryObjectId).HasConversion<LowerCaseConverter>();
        builder.HasIndex(person => new { person.CustomerId, person.DirectoryObjectId }).IsUnique();
    }
}
