namespace BillingBot.Tests.Host;

/// <summary>The files of the repository that the tests lie in.</summary>
internal static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        var root = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(root.FullName, "BillingBot.sln")))
        {
            root = root.Parent ?? throw new InvalidOperationException("The tests do not lie in the repository.");
        }

        return root.FullName;
    }
}
