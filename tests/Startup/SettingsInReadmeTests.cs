using System.Reflection;
using System.Text.RegularExpressions;
using BillingBot.Knowledge.Articles;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Startup;

/// <summary>Whoever runs the bot finds every setting in a README.</summary>
public sealed class SettingsInReadmeTests
{
    private static readonly EnumerationOptions OneFolderDeep = new() { RecurseSubdirectories = true, MaxRecursionDepth = 1 };

    [Fact]
    public void Every_setting_stands_there_with_its_section()
    {
        var words = Words();
        var settings = new[] { typeof(Program).Assembly, typeof(AnswerOptions).Assembly }
            .SelectMany(assembly => assembly.GetTypes())
            .Where(type => type is { IsClass: true, IsNested: false } && type.Name.EndsWith("Options", StringComparison.Ordinal))
            // The connection string stands where ASP.NET Core keeps them, not in its section.
            .SelectMany(type => type.GetProperties().Where(property => property.CanWrite && property.Name != "ConnectionString").Select(property => (Section: SectionOf(type), property.Name)))
            .ToList();
        Assert.Contains(("Cases:", "UnclaimedMinutes"), settings);
        Assert.DoesNotContain(settings, setting => !Names(words, $"`{Regex.Escape(setting.Section)}") || !Names(words, $@"`[^`\n]*\b{setting.Name}[`:]"));
    }

    private static bool Names(string words, string pattern) => Regex.IsMatch(words, pattern, RegexOptions.CultureInvariant, TimeSpan.FromSeconds(5));

    /// <summary>Empty where the keys stand at the root, or are bound one by one.</summary>
    private static string SectionOf(Type type) =>
        type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetValue(null) is string section ? $"{section}:" : "";

    private static string Words()
    {
        var files = new[] { "bot", "knowledge" }
            .SelectMany(folder => Directory.EnumerateFiles(Path.Combine(Repository.Root, folder), "README*.md", OneFolderDeep))
            .Append(Path.Combine(Repository.Root, "README.md"));
        return string.Join('\n', files.Select(File.ReadAllText));
    }
}
