using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Storage;

/// <summary>Registers the database and everything that reads or writes it.</summary>
public static class StorageSetup
{
    private const string DefaultConnection = "Data Source=billingbot.db";

    /// <param name="services">Where to register.</param>
    /// <param name="configuration">Section Database, and ConnectionStrings:BillingBot.</param>
    /// <param name="folder">What a relative database path is relative to.</param>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, IConfiguration configuration, string folder)
    {
        var isPostgreSql = string.Equals(configuration[$"{StorageOptions.Section}:Provider"], nameof(DatabaseProvider.PostgreSql), StringComparison.OrdinalIgnoreCase);

        // EF Core takes half a second for its model: begun before the rest is there, it is ready when it is needed. It connects to nothing.
        _ = Task.Run(() => MakeModel(isPostgreSql));
        services.AddOptions<StorageOptions>()
            .Configure(options =>
            {
                options.Provider = configuration[$"{StorageOptions.Section}:Provider"] ?? options.Provider;
                options.MigrateAtStart = configuration[$"{StorageOptions.Section}:MigrateAtStart"];
                options.ConnectionString = configuration.GetConnectionString("BillingBot");
            })
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>()
            .AddDatabase(isPostgreSql, folder)
            .AddSingleton<DbMigrator>()
            .AddSingleton<DbWriter>()
            .AddSingleton<HotReads>()
            .AddSingleton<KeyStore>()
            .AddSingleton<Leases>()
            .AddSingleton<DueClock>()
            .AddSingleton<ReplicaLine>()
            .AddSingleton<Transcript>()
            .AddSingleton<Inbox>()
            .AddSingleton<WorkQueue>()
            .AddSingleton<CarriedReplies>()
            .AddSingleton<TurnStore>()
            .AddSingleton<Outbox>()
            .AddSingleton<GivenUpReplies>()
            .AddSingleton<ConversationArchive>()
            .AddSingleton<ReadMarks>()
            .AddSingleton<ProactiveMessages>();
    }

    private static IServiceCollection AddDatabase(this IServiceCollection services, bool isPostgreSql, string folder) => isPostgreSql
        ? services
            .AddPooledDbContextFactory<PostgreSqlBillingDb>((provider, options) => options.UseBillingPostgreSql(ConnectionString(provider)!))
            .AddSingleton<IDbContextFactory<BillingDb>, PostgreSqlBillingDbFactory>()
        : services.AddPooledDbContextFactory<BillingDb>((provider, options) =>
            options.UseBillingSqlite(BillingDbProviders.InFolder(ConnectionString(provider) ?? DefaultConnection, folder)));

    private static void MakeModel(bool isPostgreSql)
    {
        using BillingDb db = isPostgreSql ? new PostgreSqlDesignTimeFactory().CreateDbContext([]) : new DesignTimeFactory().CreateDbContext([]);
        _ = db.Model;
    }

    private static string? ConnectionString(IServiceProvider provider) =>
        provider.GetRequiredService<IOptions<StorageOptions>>().Value.ConnectionString;
}
