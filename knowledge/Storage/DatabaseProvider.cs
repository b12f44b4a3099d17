namespace BillingBot.Knowledge.Storage;

/// <summary>The databases that the bot can keep everything in.</summary>
public enum DatabaseProvider
{
    /// <summary>A file on the one machine that the bot runs on.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, which any number of processes may share.</summary>
    PostgreSql,
}
