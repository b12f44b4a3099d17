using BillingBot.Knowledge.Billing.Import;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Billing.Import;

/// <summary>What a cell may hold.</summary>
public sealed class InvoiceCellTests(SharedBotWithoutArticles shared) : IClassFixture<SharedBotWithoutArticles>
{
    private const string Header =
        "number,customer,period start,period end,issued,due,currency,total,product name,charge type,quantity,unit price,charged days,cycle days,net,tax";

    private static readonly string[] Columns = Header.Split(',');
    private readonly ImportDesk _desk = new(shared.Bot);

    [Theory]
    [InlineData("net", "12.345")]
    [InlineData("net", "¥1")]
    [InlineData("net", "1.200,00")]
    [InlineData("net", "12,00")]
    [InlineData("net", "1e3")]
    [InlineData("net", "99999999999999")]
    [InlineData("net", "")]
    [InlineData("tax", "(1.00)")]
    [InlineData("total", "11.01")]
    [InlineData("issued", "01/10/2026")]
    [InlineData("issued", "2026-02-30")]
    [InlineData("issued", "2026-10-40")]
    [InlineData("issued", "1026-10-01")]
    [InlineData("due", "2026-09-30")]
    [InlineData("due", "")]
    [InlineData("period end", "2026-08-31")]
    [InlineData("period end", "")]
    [InlineData("currency", "usd")]
    [InlineData("currency", "EURO")]
    [InlineData("charge type", "something")]
    [InlineData("charge type", "1")]
    [InlineData("quantity", "ten")]
    [InlineData("charged days", "31")]
    [InlineData("charged days", "-1")]
    [InlineData("number", "---")]
    public async Task What_does_not_belong_is_rejected_at_its_column(string column, string value)
    {
        var report = await ImportAsync((column, value));
        Assert.False(report.Committed);
        Assert.Contains(report.Rejections, rejection => rejection.Line == 2 && rejection.Column == column);
    }

    [Theory]
    [InlineData("net", "１０．００")]
    [InlineData("issued", "2026/10/1")]
    [InlineData("issued", "2026年10月1日")]
    [InlineData("issued", "２０２６年１０月１日")]
    [InlineData("charge type", "CycleFee")]
    [InlineData("charge type", "cycle_fee")]
    [InlineData("customer", "6F1A2C1E-0D0F-4C41-9A55-4F5A5A3F7A02")]
    [InlineData("product name", "🙂 שלום")]
    public async Task Customary_ways_of_writing_are_taken(string column, string value) =>
        Assert.Empty((await ImportAsync((column, value))).Rejections);

    [Fact]
    public async Task Yen_have_no_decimals()
    {
        var report = await ImportAsync(("currency", "JPY"), ("net", "１２０，０００"), ("tax", "12000"), ("total", "132,000"));
        Assert.Empty(report.Rejections);
        report = await ImportAsync(("currency", "JPY"), ("net", "120000.00"), ("tax", "0"), ("total", ""));
        Assert.Contains("JPY has no decimals", Assert.Single(report.Rejections).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Quotes_commas_and_line_breaks_in_cells_are_text_and_lines_are_counted_as_an_editor_does()
    {
        var report = await _desk.ImportAsync(
            ImportDesk.InvoiceHeader + ",description\r\n"
            + ImportDesk.Row("CELL-1", product: "\"Say \"\"hi\"\", now\"") + ",\"first\r\nsecond\"\r\n\r\n"
            + ImportDesk.Row("CELL-2").Replace("1.00", "x", StringComparison.Ordinal) + ",\r\n");
        Assert.Equal(5, Assert.Single(report.Rejections).Line);
        await _desk.ImportAsync(
            ImportDesk.InvoiceHeader + ",description\r\n" + ImportDesk.Row("CELL-1", product: "\"Say \"\"hi\"\", now\"") + ",\"first\r\nsecond\"\r\n");
        var line = Assert.Single(Assert.Single(await _desk.InvoicesAsync("CELL-1")).Lines);
        Assert.Equal(("Say \"hi\", now", "first\nsecond"), (line.ProductName, line.Description));
    }

    [Fact]
    public async Task Rows_of_an_invoice_must_agree()
    {
        var report = await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("AGREE-1"), ImportDesk.Row("AGREE-1", due: "2026-11-01")));
        var rejection = Assert.Single(report.Rejections);
        Assert.Equal((3, "due"), (rejection.Line, rejection.Column));
    }

    private Task<ImportReport> ImportAsync(params (string Column, string Value)[] changes)
    {
        string[] cells = [
            $"C-{Guid.NewGuid():N}", "contoso", "2026-09-01", "2026-09-30", "2026-10-01", "2026-10-31", "USD", "11.00",
            "Azure plan", "cycle-fee", "1", "10", "30", "30", "10.00", "1.00"];
        foreach (var (column, value) in changes)
        {
            cells[Array.IndexOf(Columns, column)] = value;
        }

        return _desk.ImportAsync($"{Header}\n{string.Join(',', cells.Select(cell => $"\"{cell}\""))}\n");
    }
}
