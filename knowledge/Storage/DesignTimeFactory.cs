using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BillingBot.Knowledge.Storage;

/// <summary>Lets <c>dotnet ef</c> make migrations without starting the bot.</summary>
internal sealed class DesignTimeFactory : IDesignTimeDbContextFactory<BillingDb>
{
    public BillingDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<BillingDb>().UseSqlite("Data Source=design-time.db").Options);
}
