using Microsoft.EntityFrameworkCore;

namespace BillingBot.Knowledge.Storage;

/// <summary>Gives the rest of the program, which knows one model, contexts of PostgreSQL.</summary>
internal sealed class PostgreSqlBillingDbFactory(IDbContextFactory<PostgreSqlBillingDb> factory) : IDbContextFactory<BillingDb>
{
    public BillingDb CreateDbContext() => factory.CreateDbContext();

    public async Task<BillingDb> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await factory.CreateDbContextAsync(cancellationToken);
}
