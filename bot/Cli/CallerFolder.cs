namespace BillingBot.Cli;

/// <summary>
/// <c>dotnet run --project bot</c> starts the program in the project's folder; the shell's folder, which a path was
/// meant for, is still in PWD.
/// </summary>
internal static class CallerFolder
{
    public static string Find(string path) =>
        !File.Exists(path) && Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } folder && File.Exists(Path.Combine(folder, path))
            ? Path.Combine(folder, path)
            : path;

    /// <summary>A file yet to be written.</summary>
    public static string ForWriting(string path) =>
        Environment.GetEnvironmentVariable("PWD") is { Length: > 0 } folder ? Path.Combine(folder, path) : path;
}
