using System.Text;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Cli;

/// <summary>Entering Microsoft's invoices, well and badly.</summary>
public sealed class LedgerCommandTests(SharedBotWithoutArticles shared) : IClassFixture<SharedBotWithoutArticles>
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Sixty_days_unless_the_invoice_says_otherwise()
    {
        var saw = await shared.Bot.TypesAsync("alice", "ledger add g0300 --issued 2026-09-08 --amount 1,200.50 --currency usd");
        Assert.Contains("G0300: due 2026-11-07", saw.Output, StringComparison.Ordinal);
        saw = await shared.Bot.TypesAsync("alice", "ledger add D0301 --issued 2026-09-08 --due 2026-10-08 --amount 1 --currency JPY");
        Assert.Contains("D0301: due 2026-10-08", saw.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("INV-1 --issued 2026-09-08 --amount 1 --currency USD", "begin with D")]
    [InlineData("G1 --issued 08.09.2026 --amount 1 --currency USD", "Issued '08.09.2026' is not a date")]
    [InlineData("G1 --issued 2026-09-08 --amount 1.005 --currency USD", "2 decimals of USD")]
    [InlineData("G1 --issued 2026-09-08 --amount 1.5 --currency JPY", "0 decimals of JPY")]
    [InlineData("G1 --issued 2026-09-08 --amount -5 --currency USD", "above zero")]
    [InlineData("G1 --issued 2026-09-08 --amount 99999999999999999999 --currency USD", "too large")]
    [InlineData("G1 --issued 2026-09-08 --amount 1 --currency XXX", "ISO 4217")]
    [InlineData("G1 --issued 2026-09-08 --due 2026-09-01 --amount 1 --currency USD", "Due is before Issued")]
    [InlineData("G1 --issued 2026-09-08 --from 2026-08-01 --amount 1 --currency USD", "give both")]
    public async Task What_is_wrong_is_told_and_nothing_is_recorded(string arguments, string expected)
    {
        var saw = await shared.Bot.TypesAsync("alice", $"ledger add {arguments}");
        Assert.Equal(1, saw.ExitCode);
        Assert.Contains(expected, saw.Errors, StringComparison.Ordinal);
        Assert.False(await shared.Bot.ReadAsync(db => db.ProviderInvoices.AnyAsync(invoice => invoice.Number == "G1", Token)));
    }

    [Fact]
    public async Task A_file_is_taken_whole_or_not_at_all_and_each_bad_row_is_told_with_its_line()
    {
        var saw = await ImportAsync("number,issued,amount,currency,notes\nG0100,2026-09-08,10,USD,\nX1,2026-09-08,10,USD,\nG0102,2026-13-08,10,USD,\nG0100,2026-09-08,10,USD,\n");
        Assert.Equal(1, saw.ExitCode);
        Assert.Contains("Line 3: Number 'X1'", saw.Errors, StringComparison.Ordinal);
        Assert.Contains("Line 4: Issued '2026-13-08'", saw.Errors, StringComparison.Ordinal);
        Assert.Contains("Line 5: G0100 is in the file twice", saw.Errors, StringComparison.Ordinal);
        Assert.False(await shared.Bot.ReadAsync(db => db.ProviderInvoices.AnyAsync(invoice => invoice.Number == "G0100", Token)));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing_and_other_figures_are_a_question_for_staff()
    {
        const string File = "請求書番号,請求日,金額,通貨,備考\nG0200,2026/09/08,\"1,200\",JPY,\"=HYPERLINK(\"\"http://x\"\")\"\n";
        Assert.Contains("1 recorded, 0 known", (await ImportAsync(File)).Output, StringComparison.Ordinal);
        Assert.Contains("0 recorded, 1 known", (await ImportAsync(File)).Output, StringComparison.Ordinal);
        var other = await ImportAsync(File.Replace("1,200", "1,300", StringComparison.Ordinal));
        Assert.Contains("Line 2: G0200 is in the ledger with other figures", other.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "empty")]
    [InlineData("a,b\n1,2\n", "lacks: number")]
    [InlineData("number,issued,amount,currency\n\"G1,2026-09-08,10,USD\n", "quote")]
    [InlineData("number,issued,amount,currency\nG1,2026-09-08\n", "cells")]
    public async Task A_file_that_is_none_is_told_so(string content, string expected)
    {
        var saw = await ImportAsync(content);
        Assert.Equal(1, saw.ExitCode);
        Assert.Contains(expected, saw.Errors, StringComparison.OrdinalIgnoreCase);
    }

    [Fact]
    public async Task A_payment_is_noted_once()
    {
        await shared.Bot.TypesAsync("alice", "ledger add G0400 --issued 2026-09-08 --amount 5 --currency USD");
        Assert.Equal(1, (await shared.Bot.TypesAsync("alice", "ledger pay G0400 --on 8.9.2026")).ExitCode);
        Assert.Equal(1, (await shared.Bot.TypesAsync("alice", "ledger pay G0400 --on 2026-09-01")).ExitCode);
        Assert.Equal(0, (await shared.Bot.TypesAsync("alice", "ledger pay G0400 --on 2026-11-20 --reference W1")).ExitCode);
        Assert.Contains("was paid on 2026-11-20 already", (await shared.Bot.TypesAsync("bob", "ledger pay G0400")).Errors, StringComparison.Ordinal);
        Assert.Equal(1, (await shared.Bot.TypesAsync("alice", "ledger pay G0999")).ExitCode);
    }

    private async Task<StaffSaw> ImportAsync(string content)
    {
        var file = Path.GetTempFileName();
        try
        {
            await File.WriteAllTextAsync(file, content, Encoding.UTF8, Token);
            return await shared.Bot.TypesAsync("alice", $"ledger import \"{file}\"");
        }
        finally
        {
            File.Delete(file);
        }
    }
}
