using BillingBot.Knowledge.Conversations;
using Microsoft.Data.Sqlite;
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
    /// <param name="configuration">Database:Provider and ConnectionStrings:BillingBot.</param>
    /// <param name="folder">What a relative database path is relative to.</param>
    public static IServiceCollection AddStorage(
        this IServiceCollection services, IConfiguration configuration, string folder)
    {
        services.AddOptions<StorageOptions>()
            .Configure(options => options.Provider = configuration["Database:Provider"] ?? options.Provider)
            .ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<StorageOptions>, StorageOptionsValidator>()
            .AddPooledDbContextFactory<BillingDb>(options => options
                .UseSqlite(InFolder(configuration.GetConnectionString("BillingBot") ?? DefaultConnection, folder))
                .UseQueryTrackingBehavior(QueryTrackingBehavior.NoTracking)
                .AddInterceptors(new SqlitePragmas()))
            .AddSingleton<DbWriter>()
            .AddSingleton<KeyStore>()
            .AddSingleton<Transcript>()
            .AddSingleton<Inbox>()
            .AddSingleton<WorkQueue>()
            .AddSingleton<TurnStore>()
            .AddSingleton<Outbox>()
            .AddSingleton<ReadMarks>()
            .AddSingleton<ProactiveMessages>();
    }

    private static string InFolder(string connectionString, string folder)
    {
        var connection = new SqliteConnectionStringBuilder(connectionString);
        connection.DataSource = Path.Combine(folder, connection.DataSource);
        return connection.ToString();
    }
}
