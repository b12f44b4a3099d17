using Microsoft.Playwright;

namespace BillingBot.Tests.WebChat;

/// <summary>One Chromium for the whole run: to start one costs more than most tests in it. It ends with the process.</summary>
internal static class SharedChromium
{
    private static readonly string[] Quiet =
    [
        "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
        "--disable-component-update", "--disable-sync",
    ];

    /// <summary>The first draws pages and no windows around them, which is a good part of the others' work.</summary>
    private static readonly string[] Names = ["chromium-headless-shell", "chromium", "chromium-browser", "google-chrome", "chrome.exe"];

    private static readonly Lazy<Task<IBrowser?>> Started = new(StartAsync);

    /// <summary>Null where there is none.</summary>
    public static Task<IBrowser?> Browser => Started.Value;

    private static async Task<IBrowser?> StartAsync()
    {
        if (Executable() is not { } executable)
        {
            return null;
        }

        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new() { ExecutablePath = executable, Args = Quiet });
    }

    private static string? Executable() => Environment.GetEnvironmentVariable("CHROMIUM_PATH") is { Length: > 0 } set
        ? set
        : Names.SelectMany(name => (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator).Select(folder => Path.Combine(folder, name)))
            .FirstOrDefault(File.Exists);
}
