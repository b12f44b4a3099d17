using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Storage;

/// <summary>The model that a start makes ahead is the one that the bot then uses, however it opens its database; else it would be made twice.</summary>
public sealed class ModelTests
{
    [Fact]
    public void Of_sqlite()
    {
        var options = new DbContextOptionsBuilder<BillingDb>();
        options.UseBillingSqlite("Data Source=unused.db");
        using var ahead = new DesignTimeFactory().CreateDbContext([]);
        using var inUse = new BillingDb(options.Options);
        Assert.Same(ahead.Model, inUse.Model);
    }

    [Fact]
    public void Of_postgresql()
    {
        var options = new DbContextOptionsBuilder<PostgreSqlBillingDb>();
        options.UseBillingPostgreSql("Host=unused");
        using var ahead = new PostgreSqlDesignTimeFactory().CreateDbContext([]);
        using var inUse = new PostgreSqlBillingDb(options.Options);
        Assert.Same(ahead.Model, inUse.Model);
    }
}
