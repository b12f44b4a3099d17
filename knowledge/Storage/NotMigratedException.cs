namespace BillingBot.Knowledge.Storage;

/// <summary>The database is older than the program. The message says what to do.</summary>
public sealed class NotMigratedException(IReadOnlyList<string> missing) : Exception(
    $"the database lacks {missing.Count} of this program's migrations ({string.Join(", ", missing)}). Run the command migrate once, before the bots of this release are started, or set {StorageOptions.Section}:MigrateAtStart to true.");
