using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Storage;

public sealed class MigrationTests
{
    [Fact]
    public void No_change_of_the_model_is_without_its_migration_for_SQLite()
    {
        using var db = new BillingDb(new DbContextOptionsBuilder<BillingDb>().UseSqlite("Data Source=:memory:").Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }

    [Fact]
    public void No_change_of_the_model_is_without_its_migration_for_PostgreSQL()
    {
        using var db = new PostgreSqlBillingDb(new DbContextOptionsBuilder<PostgreSqlBillingDb>().UseNpgsql("Host=none").Options);
        Assert.False(db.Database.HasPendingModelChanges());
    }
}
