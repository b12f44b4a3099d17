using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Import;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Billing.Import;

/// <summary>Payments and credit notes on invoices.</summary>
public class BookingImportTests(SharedBotWithoutArticles shared) : IClassFixture<SharedBotWithoutArticles>
{
    private const string Payments = "reference,customer,received,amount,currency,invoice,allocated amount\n";
    private const string CreditNotes = "number,invoice,issued,amount,reason\n";
    private readonly ImportDesk _desk = new(shared.Bot);

    [Fact]
    public async Task A_payment_over_several_rows_pays_several_invoices_and_the_rest_waits()
    {
        await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("PAY-1"), ImportDesk.Row("PAY-2")));
        const string file = Payments + "PAY-A,contoso,2026-10-05,5.00,USD,PAY-1,1.10\nPAY-A,contoso,2026-10-05,5.00,USD,PAY-2,1.00\n";
        Assert.Equal(1, (await _desk.ImportAsync(file, ImportKind.Payments)).Added);
        Assert.Equal([110, 100], await Allocated("PAY-A"));
        Assert.Equal(1, (await _desk.ImportAsync(file, ImportKind.Payments)).Unchanged);
    }

    [Fact]
    public async Task Money_without_an_invoice_waits_and_is_allocated_by_a_later_file()
    {
        await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("LATE-1")));
        await _desk.ImportAsync(Payments + "LATE-A,contoso,2026-10-05,1.10,USD,,\n", ImportKind.Payments);
        Assert.Empty(await Allocated("LATE-A"));
        Assert.Equal(1, (await _desk.ImportAsync(Payments + "LATE-A,contoso,2026-10-05,1.10,USD,LATE-1,\n", ImportKind.Payments)).Updated);
        Assert.Equal([110], await Allocated("LATE-A"));
    }

    [Theory]
    [InlineData("B-1,contoso,2026-10-05,2.00,USD,BOOK-1,1.00\nB-1,contoso,2026-10-05,2.00,USD,BOOK-2,1.01", "amount")]
    [InlineData("B-2,contoso,2026-10-05,200,JPY,BOOK-1,100", "currency")]
    [InlineData("B-3,contoso,2026-10-05,2.00,USD,BOOK-9,1.00", "invoice")]
    [InlineData("B-4,fabrikam,2026-10-05,2.00,USD,BOOK-1,1.00", "invoice")]
    [InlineData("B-5,contoso,2026-10-05,-2.00,USD,,", "amount")]
    [InlineData("B-6,contoso,2026-10-05,2.00,USD,,1.00", "invoice")]
    [InlineData("B-7,contoso,2026-10-05,2.00,USD,BOOK-1,1.00\nB-7,contoso,2026-10-05,2.00,USD,BOOK-1,0.50", "invoice")]
    [InlineData("B-8,contoso,2026-10-05,2.00,USD,BOOK-1,1.00\nB-8,contoso,2026-10-06,2.00,USD,BOOK-2,0.50", "received")]
    public async Task What_does_not_add_up_is_rejected(string rows, string column)
    {
        await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("BOOK-1"), ImportDesk.Row("BOOK-2")));
        var report = await _desk.ImportAsync($"{Payments}{rows}\n", ImportKind.Payments);
        Assert.False(report.Committed);
        Assert.Equal(column, Assert.Single(report.Rejections).Column);
    }

    [Fact]
    public async Task A_known_reference_with_another_amount_is_rejected()
    {
        await _desk.ImportAsync(Payments + "REF-A,contoso,2026-10-05,2.00,USD,,\n", ImportKind.Payments);
        var report = await _desk.ImportAsync(Payments + "REF-A,contoso,2026-10-05,3.00,USD,,\n", ImportKind.Payments);
        Assert.Equal("reference", Assert.Single(report.Rejections).Column);
    }

    [Fact]
    public async Task A_payment_of_an_unknown_customer_waits_for_staff() =>
        Assert.Equal(1, (await _desk.ImportAsync(Payments + "WHO-A,nobody,2026-10-05,2.00,USD,,\n", ImportKind.Payments)).Queued);

    [Fact]
    public async Task A_credit_note_is_in_its_invoice_s_currency()
    {
        await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("CRED-1")));
        var report = await _desk.ImportAsync(CreditNotes + "CN-1,CRED-1,2026-10-09,0.505,\n", ImportKind.CreditNotes);
        Assert.Contains("USD has 2 decimals", Assert.Single(report.Rejections).Reason, StringComparison.Ordinal);
        Assert.Equal(1, (await _desk.ImportAsync(CreditNotes + "CN-1,CRED-1,2026-10-09,0.50,Too much\n", ImportKind.CreditNotes)).Added);
        Assert.Equal(1, (await _desk.ImportAsync(CreditNotes + "CN-1,CRED-1,2026-10-09,0.50,Too much\n", ImportKind.CreditNotes)).Unchanged);
        Assert.Equal(1, (await _desk.ImportAsync(CreditNotes + "CN-1,CRED-1,2026-10-09,0.60,Too much\n", ImportKind.CreditNotes)).Updated);
        var invoice = await shared.Bot.ReadAsync(db => Receivables.Whole(db.Invoices).SingleAsync(invoice => invoice.Number == "CRED-1"));
        Assert.Equal(60, Assert.Single(invoice.CreditNotes).AmountMinor);
        Assert.Single((await _desk.ImportAsync(CreditNotes + "CN-2,NOT-THERE,2026-10-09,0.50,\n", ImportKind.CreditNotes)).Rejections);
    }

    private Task<List<long>> Allocated(string reference) => shared.Bot.ReadAsync(db => db.Payments
        .Where(payment => payment.Reference == reference).SelectMany(payment => payment.Allocations)
        .OrderBy(allocation => allocation.InvoiceId).Select(allocation => allocation.AmountMinor).ToListAsync());
}
