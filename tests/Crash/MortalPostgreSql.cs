using System.Diagnostics;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Crash;

/// <summary>A PostgreSQL of one test's own, which can be killed and started again. What it has committed it has (but for the machine's own end).</summary>
internal sealed class MortalPostgreSql : IDisposable
{
    private const string Settings = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=32MB";
    private Process? _shell;

    public MortalPostgreSql() => Start();

    /// <summary>Where it has its socket, and everything else.</summary>
    public string Folder { get; } = Directory.CreateTempSubdirectory("billingbot-mortal-").FullName;

    /// <summary>Of a bot that uses it.</summary>
    /// <param name="folder">Where the bot finds the socket; null for the server's own.</param>
    public IEnumerable<(string Key, string Value)> BotSettings(string? folder = null) =>
    [
        ("Database:Provider", "PostgreSql"),
        ("Database:MigrateAtStart", "true"),
        ("ConnectionStrings:BillingBot", ConnectionString(folder ?? Folder)),
    ];

    private static string ConnectionString(string folder) => $"Host={folder};Username=billingbot;Database=postgres";

    public void Start()
    {
        _shell = PostgreSqlServer.Run(Folder, Settings, isKept: true);
        PostgreSqlServer.Await(ConnectionString(Folder), Folder, _shell);
    }

    /// <summary>As a machine that loses its power: nothing is said to anybody.</summary>
    public void Kill()
    {
        _shell!.StandardInput.Close();
        _shell.WaitForExit();
        _shell.Dispose();
        _shell = null;
    }

    public void Dispose()
    {
        if (_shell is not null)
        {
            Kill();
        }

        Directory.Delete(Folder, recursive: true);
    }
}
