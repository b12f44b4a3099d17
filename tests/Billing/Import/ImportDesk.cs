using System.Text;
using BillingBot.Knowledge.Billing.Import;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Billing.Import;

/// <summary>Hands files to the importer of a running bot with the demo's customers.</summary>
internal sealed class ImportDesk(BotHost bot)
{
    public const string InvoiceHeader = "number,customer,issued,due,currency,total,product name,charge type,quantity,unit price,net,tax";

    public BotHost Bot => bot;

    /// <summary>A good row of an invoice of one dollar ten.</summary>
    public static string Row(string number, string customer = "contoso", string product = "Azure plan", string due = "2026-10-31") =>
        $"{number},{customer},2026-10-01,{due},USD,,{product},usage,1,1,1.00,0.10";

    public static string File(params IEnumerable<string> rows) => string.Join("\r\n", rows.Prepend(InvoiceHeader)) + "\r\n";

    public Task<ImportReport> ImportAsync(string content, ImportKind kind = ImportKind.Invoices, bool partial = false, bool dryRun = false) =>
        ImportAsync(Encoding.UTF8.GetBytes(content), kind, partial, dryRun);

    public async Task<ImportReport> ImportAsync(
        byte[] content,
        ImportKind kind = ImportKind.Invoices,
        bool partial = false,
        bool dryRun = false,
        IProgress<ImportProgress>? progress = null,
        CancellationToken? cancellationToken = null)
    {
        await using var file = new MemoryStream(content);
        return await bot.Services.GetRequiredService<Importer>().ImportAsync(
            kind,
            file,
            new ImportSettings("file.csv", "test") { Partial = partial, DryRun = dryRun },
            progress,
            cancellationToken ?? TestContext.Current.CancellationToken);
    }

    public Task<List<Invoice>> InvoicesAsync(string prefix) => bot.ReadAsync(db => db.Invoices
        .Include(invoice => invoice.Lines).Where(invoice => invoice.Number.StartsWith(prefix)).OrderBy(invoice => invoice.Number)
        .ToListAsync(TestContext.Current.CancellationToken));
}
