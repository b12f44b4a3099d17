using BillingBot.Import;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace BillingBot.Tests.Billing.Import;

public sealed class FolderWatcherTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("billingbot-import-").FullName;

    [Fact]
    public async Task A_good_file_goes_to_done_a_bad_one_to_rejected_each_with_its_report()
    {
        await WriteAsync("invoices-a.csv", ImportDesk.File(ImportDesk.Row("FOLD-1")));
        await WriteAsync("invoices-b.csv", ImportDesk.File(ImportDesk.Row("FOLD-2"), ImportDesk.Row("FOLD-3").Replace("USD", "ZZZ", StringComparison.Ordinal)));
        await WriteAsync("payments.csv", "reference,customer,received,amount,currency,invoice\nFOLD-P,contoso,2026-10-02,1.10,USD,FOLD-1\n");
        await WriteAsync("notes.txt", "mine");
        using var bot = BotHost.Start(settings: [("Import:Folder", _folder), BotHost.NoArticles]);
        await bot.PassTimeUntilAsync(_ => Task.FromResult(Names("done").Count(IsCsv) == 2), TimeSpan.FromMinutes(1));
        Assert.Equal(["FOLD-1"], (await new ImportDesk(bot).InvoicesAsync("FOLD-")).Select(invoice => invoice.Number));
        var rejected = Names("rejected");
        Assert.Single(rejected, name => name.EndsWith("invoices-b.csv", StringComparison.Ordinal));
        Assert.Single(rejected, name => name.EndsWith("invoices-b.csv.rejected.csv", StringComparison.Ordinal));
        var report = Assert.Single(rejected, name => name.EndsWith("invoices-b.csv.report.txt", StringComparison.Ordinal));
        Assert.Contains("Line 3, currency \"ZZZ\"", await ReadAsync("rejected", report), StringComparison.Ordinal);
        Assert.Equal(["notes.txt"], Names(""));
    }

    [Fact]
    public async Task A_file_that_is_still_being_written_waits()
    {
        using var bot = BotHost.Start(
            // The test says when it looks.
            configure: services => services.Remove(services.Single(
                service => service.ServiceType == typeof(IHostedService) && service.ImplementationType == typeof(FolderWatcher))),
            settings: [("Import:Folder", _folder), BotHost.NoArticles]);
        using var watcher = ActivatorUtilities.CreateInstance<FolderWatcher>(bot.Services);
        var rows = new List<string>();
        for (var look = 1; look <= 4; look++)
        {
            rows.Add(ImportDesk.Row($"GROW-{look}"));
            await WriteAsync("invoices.csv", ImportDesk.File(rows));
            await watcher.LookAsync(TestContext.Current.CancellationToken);
            Assert.Equal(["invoices.csv"], Names(""));
        }

        await watcher.LookAsync(TestContext.Current.CancellationToken);
        Assert.Single(Names("done"), name => IsCsv(name));
        Assert.Equal(4, (await new ImportDesk(bot).InvoicesAsync("GROW-")).Count);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static bool IsCsv(string name) => name.EndsWith(".csv", StringComparison.Ordinal);

    private List<string> Names(string part) => Directory.Exists(Path.Combine(_folder, part))
        ? [.. new DirectoryInfo(Path.Combine(_folder, part)).EnumerateFiles().Select(file => file.Name).Order(StringComparer.Ordinal)]
        : [];

    private Task WriteAsync(string name, string text) =>
        File.WriteAllTextAsync(Path.Combine(_folder, name), text, TestContext.Current.CancellationToken);

    private Task<string> ReadAsync(string part, string name) =>
        File.ReadAllTextAsync(Path.Combine(_folder, part, name), TestContext.Current.CancellationToken);
}
