using BillingBot.Knowledge.Billing.Import;

namespace BillingBot.Import;

/// <summary>The names within the watched folder.</summary>
internal static class ImportFolder
{
    public const string Done = "done";
    public const string Rejected = "rejected";

    public static void Create(string folder)
    {
        Directory.CreateDirectory(Path.Combine(folder, Done));
        Directory.CreateDirectory(Path.Combine(folder, Rejected));
    }

    /// <returns>Files in the order in which they depend on each other; what is named otherwise is left alone.</returns>
    public static IEnumerable<(ImportKind Kind, FileInfo File)> Files(string folder) =>
        Enum.GetValues<ImportKind>().SelectMany(kind => new DirectoryInfo(folder)
            .EnumerateFiles($"{kind.Name()}*.csv", new EnumerationOptions { MatchCasing = MatchCasing.CaseInsensitive })
            .OrderBy(file => file.Name, StringComparer.Ordinal)
            .Select(file => (kind, file)));
}
