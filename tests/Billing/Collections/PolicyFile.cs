using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Support;

namespace BillingBot.Tests.Billing.Collections;

/// <summary>Policies for tests.</summary>
internal static class PolicyFile
{
    /// <summary>The file that is shipped as a demonstration.</summary>
    public static CollectionsPolicy Demo { get; } = PolicyReader.Read(Path.Combine(AppContext.BaseDirectory, "Content", "demo", "collections.yaml"));

    public static CollectionsPolicy Read(string yaml) => With(yaml, PolicyReader.Read);

    public static string Problem(string yaml) => With(yaml, file => Assert.Throws<OfferFileException>(() => PolicyReader.Read(file)).Message);

    private static T With<T>(string yaml, Func<string, T> use)
    {
        var folder = Directory.CreateTempSubdirectory("policy");
        try
        {
            var file = Path.Combine(folder.FullName, "collections.yaml");
            File.WriteAllText(file, yaml);
            return use(file);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
