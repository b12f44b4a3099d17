using System.Diagnostics;
using Npgsql;

namespace BillingBot.Tests.Host.PostgreSql;

/// <summary>
/// Starts an installed PostgreSQL for this process: reached over a socket in its own folder, by nobody but this machine. It
/// ends and its folder goes when this process ends, however that ends, because the shell that holds it reads from us.
/// </summary>
internal static class PostgreSqlServer
{
    private const string Programs = "/usr/lib/postgresql";

    /// <summary>PostgreSQL refuses to run as root; Debian's package brings this account.</summary>
    private const string Account = "postgres";

    /// <summary>Durability is for those who keep what they write.</summary>
    private const string Settings = "-c listen_addresses= -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=300 -c shared_buffers=64MB -c max_wal_size=256MB";
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    /// <summary>Kept, so that its end of the pipe stays open as long as this process lives.</summary>
    private static Process? _shell;

    /// <returns>Connection string of the server's own database; null when PostgreSQL is not installed.</returns>
    public static string? Start()
    {
        if (FindPrograms() is not { } programs)
        {
            return null;
        }

        var folder = Directory.CreateTempSubdirectory("billingbot-postgres-").FullName;
        _shell = Run(folder, Settings, isKept: false, programs);
        var connectionString = $"Host={folder};Username=billingbot;Database=postgres;Timeout=30;Command Timeout=60";
        Await(connectionString, folder, _shell);
        return connectionString;
    }

    /// <summary>Starts one, with a new database unless there is one; it ends, without a word to anybody, when its shell's input is closed.</summary>
    /// <param name="folder">Of its own.</param>
    /// <param name="settings">For the server's command line.</param>
    /// <param name="isKept">Whether the folder outlives it.</param>
    /// <param name="programs">Of PostgreSQL; null looks for them.</param>
    public static Process Run(string folder, string settings, bool isKept, string? programs = null)
    {
        programs ??= FindPrograms()!;
        var end = isKept ? "" : $"rm -rf '{folder}'";
        var script = $"""
            trap '' INT
            if [ ! -d '{folder}/data' ]; then '{programs}/initdb' -D '{folder}/data' -U billingbot -A trust -E UTF8 --locale=C.UTF-8 --no-sync >'{folder}/log' 2>&1; fi &&
            '{programs}/postgres' -D '{folder}/data' -k '{folder}' {settings} >>'{folder}/log' 2>&1 </dev/null &
            cat >/dev/null
            [ -f '{folder}/data/postmaster.pid' ] && kill -QUIT $(head -n 1 '{folder}/data/postmaster.pid')
            wait
            {end}
            """;
        return Process.Start(Shell(folder, script))!;
    }

    private static string? FindPrograms() => Directory.Exists(Programs)
        ? Directory.GetDirectories(Programs).Select(version => Path.Combine(version, "bin"))
            .Where(folder => File.Exists(Path.Combine(folder, "initdb"))).Order(StringComparer.Ordinal).LastOrDefault()
        : null;

    private static ProcessStartInfo Shell(string folder, string script)
    {
        string[] command = ["sh", "-c", script];
        if (Environment.UserName == "root")
        {
            using var chown = Process.Start("chown", [Account, folder]);
            chown.WaitForExit();
            command = ["runuser", "-u", Account, "--", .. command];
        }

        return new ProcessStartInfo(command[0], command[1..]) { UseShellExecute = false, RedirectStandardInput = true, WorkingDirectory = folder };
    }

    public static void Await(string connectionString, string folder, Process shell)
    {
        var patience = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                using var connection = new NpgsqlConnection($"{connectionString};Pooling=false");
                connection.Open();
                return;
            }
            catch (NpgsqlException) when (patience.Elapsed < Patience && !shell.HasExited)
            {
                using var pause = new ManualResetEventSlim();
                pause.Wait(TimeSpan.FromMilliseconds(50));
            }
            catch (NpgsqlException failure)
            {
                throw new InvalidOperationException($"PostgreSQL did not start: {File.ReadAllText(Path.Combine(folder, "log"))}", failure);
            }
        }
    }
}
