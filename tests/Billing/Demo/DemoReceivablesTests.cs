using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Billing.Demo;

/// <summary>The demo shows every state, whatever the day it is written; the figures are worked out by hand.</summary>
public sealed class DemoReceivablesTests(SharedBotWithoutArticles shared) : IClassFixture<SharedBotWithoutArticles>
{
    private static readonly LocalDate Today = new(2026, 11, 24);

    [Fact]
    public async Task Contoso_has_an_invoice_in_every_state() => Assert.Equal(
        [InvoiceStatus.Open, InvoiceStatus.PartlyPaid, InvoiceStatus.Paid, InvoiceStatus.Overdue, InvoiceStatus.Credited, InvoiceStatus.Disputed],
        (await AllAsync("contoso")).Select(account => account.Status).Distinct().Order());

    [Fact]
    public async Task Contoso_is_overdue_by_every_stage() => Assert.Equal(
        [5, 20, 35, 50, 95],
        (await AllAsync("contoso")).Where(account => account.Status == InvoiceStatus.Overdue)
            .Select(account => Period.DaysBetween(account.Invoice.DueOn!.Value, Today)).Order());

    // Seats 550.00 - 348.33 + 418.00, reservation 197.00, machines 1,440 h at 0.222 = 319.68, storage 1,339.75 GB at
    // 0.0196 = 26.26, bandwidth 27.00; tax of 20 % on each line.
    [Theory]
    [InlineData("contoso", "INV-2026-0134", 1_427_53)]
    [InlineData("contoso", "INV-2026-0136", 1_200_00)]
    [InlineData("adventure", "INV-2026-0133", 120_000)]
    [InlineData("fabrikam", "INV-2026-0140", 96_00)]
    public async Task Its_figures_are_those_of_the_guide(string customer, string number, long minor) =>
        Assert.Equal(minor, (await AllAsync(customer)).Single(account => account.Invoice.Number == number).Total.Minor);

    [Fact]
    public async Task The_newest_invoice_is_of_last_month() =>
        Assert.Equal("INV-2026-0142", (await AllAsync("contoso"))[0].Invoice.Number);

    private Task<IReadOnlyList<InvoiceAccount>> AllAsync(string customer) => shared.Bot.Services.GetRequiredService<Receivables>()
        .AllAsync(customer, Today, TestContext.Current.CancellationToken);
}
