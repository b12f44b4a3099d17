using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Design;

namespace BillingBot.Knowledge.Storage;

/// <summary>Lets <c>dotnet ef</c> make migrations without a server.</summary>
internal sealed class PostgreSqlDesignTimeFactory : IDesignTimeDbContextFactory<PostgreSqlBillingDb>
{
    public PostgreSqlBillingDb CreateDbContext(string[] args) =>
        new(new DbContextOptionsBuilder<PostgreSqlBillingDb>().UseNpgsql("Host=design-time;Database=design-time").Options);
}
