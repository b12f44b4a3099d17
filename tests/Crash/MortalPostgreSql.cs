using System.Diagnostics;
using BillingBot.Tests.Host.PostgreSql;

namespace BillingBot.Tests.Crash;

/// <summary>A PostgreSQL of one test's own, which can be killed and started again. What it has committed it has (but for the machine's own end).</summary>
internal sealed class MortalPostgreSql : IDisposable
{
    private const string Settings = "-c listen_addresses= -c fsync=off -c full_page_writes=off -c max_connections=200 -c shared_buffers=32MB";
    private readonly string _folder = Directory.CreateTempSubdirectory("billingbot-mortal-").FullName;
    private Process? _shell;

    public MortalPostgreSql() => Start();

    /// <summary>Of a bot that uses it.</summary>
    public IEnumerable<(string Key, string Value)> BotSettings =>
    [
        ("Database:Provider", "PostgreSql"),
        ("Database:MigrateAtStart", "true"),
        ("ConnectionStrings:BillingBot", ConnectionString),
    ];

    private string ConnectionString => $"Host={_folder};Username=billingbot;Database=postgres";

    public void Start()
    {
        _shell = PostgreSqlServer.Run(_folder, Settings, isKept: true);
        PostgreSqlServer.Await(ConnectionString, _folder, _shell);
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

        Directory.Delete(_folder, recursive: true);
    }
}
