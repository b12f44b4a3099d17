using System.Data.Common;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Demo;
using BillingBot.Knowledge.Storage;
using BillingBot.Replicas;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Diagnostics.HealthChecks;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;

namespace BillingBot.Startup;

/// <summary>Starting and stopping: first steps, health, the addresses on the console, one message for a bad setting.</summary>
internal static partial class StartupSetup
{
    private const string Ready = "ready";

    /// <summary>A load balancer does not wait for longer either.</summary>
    public static readonly TimeSpan HealthTimeout = TimeSpan.FromSeconds(5);

    /// <summary>The Bot Framework's customary port, unless an address is set in any of ASP.NET Core's ways.</summary>
    public static void ListenOnDefaultAddress(this WebApplicationBuilder builder)
    {
        string[] addresses = [WebHostDefaults.ServerUrlsKey, WebHostDefaults.HttpPortsKey, WebHostDefaults.HttpsPortsKey];
        if (Array.TrueForAll(addresses, key => string.IsNullOrEmpty(builder.Configuration[key]))
            && !builder.Configuration.GetSection("Kestrel:Endpoints").Exists())
        {
            builder.WebHost.UseUrls("http://localhost:3978");
        }
    }

    public static IServiceCollection AddFirstSteps(this IServiceCollection services) => services
        .AddSingleton<People>()
        .AddSingleton<Receivables>()
        .AddSingleton<DemoCustomers>()
        .AddSingleton<DemoReceivables>()
        .AddSingleton<DatabasePreparation>()
        .AddHostedService<FirstSteps>();

    public static IServiceCollection AddHealth(this IServiceCollection services)
    {
        services.AddHealthChecks().AddCheck<DatabaseHealth>("database", failureStatus: null, tags: [Ready], timeout: HealthTimeout);
        return services;
    }

    public static void MapHealth(this IEndpointRouteBuilder endpoints)
    {
        endpoints.MapHealthChecks("/health/live", new HealthCheckOptions { Predicate = _ => false });
        endpoints.MapHealthChecks("/health/ready", new HealthCheckOptions { Predicate = check => check.Tags.Contains(Ready) });
    }

    /// <summary>Every failure is a problem body without exception text.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages();
    }

    public static void AnnounceAddresses(this WebApplication app) => app.Lifetime.ApplicationStarted.Register(() =>
    {
        var address = app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        LogAddresses(app.Logger, address?.Replace("[::]", "localhost", StringComparison.Ordinal).TrimEnd('/'));
    });

    /// <returns>The process's exit code: 1 when a setting is wrong, told in one message without a stack trace.</returns>
    /// <param name="app">The bot.</param>
    /// <param name="map">Maps the endpoints; some of them need the settings already.</param>
    public static Task<int> RunOrExplainAsync(this WebApplication app, Action<WebApplication> map) => app.RunOrExplainAsync(async () =>
    {
        map(app);
        await app.RunAsync();
        return 0;
    });

    /// <returns>The exit code of <paramref name="run"/>, or 1 when a setting is wrong, told in one message without a stack trace.</returns>
    public static async Task<int> RunOrExplainAsync(this WebApplication app, Func<Task<int>> run)
    {
        try
        {
            app.Services.GetRequiredService<IStartupValidator>().Validate();
            return await run();
        }
        catch (OptionsValidationException wrong)
        {
            LogWrongSettings(app.Logger, Failures([wrong]));
            return 1;
        }
        catch (AggregateException wrong) when (wrong.InnerExceptions.All(inner => inner is OptionsValidationException))
        {
            LogWrongSettings(app.Logger, Failures(wrong.InnerExceptions.Cast<OptionsValidationException>()));
            return 1;
        }
        catch (InvalidOperationException unreadable) when (unreadable.Message.StartsWith("Failed to convert", StringComparison.Ordinal))
        {
            LogWrongSettings(app.Logger, $"{unreadable.Message} Write true or false, a number, or a time such as 00:30:00.");
            return 1;
        }
        catch (DbException unusable)
        {
            var mend = app.Services.GetRequiredService<IOptions<StorageOptions>>().Value.Kind == DatabaseProvider.PostgreSql
                ? "Check that PostgreSQL is there, and that the user may sign in and owns the database."
                : "Give a place the bot may write to.";
            LogWrongSettings(app.Logger, $"ConnectionStrings:BillingBot cannot be used: {unusable.Message} {mend}");
            return 1;
        }
        catch (NotMigratedException older)
        {
            LogWrongSettings(app.Logger, older.Message);
            return 1;
        }
        catch (DatabaseTakenException taken)
        {
            LogWrongSettings(app.Logger, taken.Message);
            return 1;
        }
        catch (IOException taken) when (taken.InnerException is AddressInUseException)
        {
            LogWrongSettings(app.Logger, $"{taken.Message} Stop the other program, or set Urls to a free address.");
            return 1;
        }
        finally
        {
            // The console is written in the background; without this the process may end before its last words are.
            await app.DisposeAsync();
        }
    }

    private static string Failures(IEnumerable<OptionsValidationException> sections) => string.Join(
        Environment.NewLine, sections.SelectMany(wrong => wrong.Failures.Select(failure => WithSection(wrong, failure))));

    /// <summary>Generated validators name the property; the administrator needs the whole key.</summary>
    private static string WithSection(OptionsValidationException wrong, string failure) =>
        wrong.OptionsType.GetField("Section")?.GetValue(null) is string section && !failure.Contains($"{section}:", StringComparison.Ordinal)
            ? $"{section}:{failure}"
            : failure;

    [LoggerMessage(Level = LogLevel.Information,
        Message = "Chat page {Address}/ | Bot endpoint {Address}/api/messages | Direct Line {Address}/v3/directline | Staff console {Address}/staff")]
    private static partial void LogAddresses(ILogger logger, string? address);

    [LoggerMessage(Level = LogLevel.Critical, Message = "The bot does not start: {Failures}")]
    private static partial void LogWrongSettings(ILogger logger, string failures);
}
