namespace BillingBot.Knowledge.Storage;

/// <summary>Databases the bot runs on.</summary>
public enum DatabaseProvider
{
    Sqlite,
}
