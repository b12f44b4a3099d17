using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Storage;

/// <summary>
/// The same model on PostgreSQL. It is a type of its own because EF Core tells migrations of two databases apart by it.
/// Text is compared and sorted by its bytes, as SQLite does it, and so no update of the server's locales can break an index.
/// </summary>
public sealed class PostgreSqlBillingDb(DbContextOptions<PostgreSqlBillingDb> options) : BillingDb(options)
{
    private const string ByBytes = "C";

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        base.ConfigureConventions(configurationBuilder);
        configurationBuilder.Properties<string>().HaveConversion<StorableTextConverter>().UseCollation(ByBytes);
        configurationBuilder.Properties<Enum>().UseCollation(ByBytes);
    }
}
