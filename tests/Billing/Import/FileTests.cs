using System.Text;
using BillingBot.Knowledge.Billing.Import;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Billing.Import;

/// <summary>Files as they come: encodings, headers, and what is no CSV file at all.</summary>
public sealed class FileTests(SharedBotWithoutArticles shared) : IClassFixture<SharedBotWithoutArticles>
{
    private const string Japanese =
        "請求書番号,顧客ID,請求日,支払期限,通貨,商品名,料金種別,数量,単価,税抜金額,消費税\r\n"
        + "{0},adventure,2026年10月1日,2026/10/31,JPY,ソフト表示－～株式会社,cycle-fee,１０,2000,\"２０，０００\",2000\r\n";

    private readonly ImportDesk _desk = new(shared.Bot);

    public static TheoryData<string> Encodings => ["utf-8", "utf-8-bom", "utf-16", "shift_jis"];

    [Theory]
    [MemberData(nameof(Encodings))]
    public async Task Japanese_files_are_read_in_every_encoding_they_come_in(string name)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        var encoding = name == "utf-8-bom" ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: true)
            : name == "utf-8" ? new UTF8Encoding(encoderShouldEmitUTF8Identifier: false)
            : Encoding.GetEncoding(name);
        var number = $"JA-{name}";
        var text = Japanese.Replace("{0}", number, StringComparison.Ordinal);
        var report = await _desk.ImportAsync([.. encoding.GetPreamble(), .. encoding.GetBytes(text)]);
        Assert.Equal((true, 1), (report.Committed, report.Added));
        var invoice = Assert.Single(await _desk.InvoicesAsync(number), invoice => invoice.Number == number);
        Assert.Equal(("ソフト表示－～株式会社", 20_000), (invoice.Lines[0].ProductName, invoice.Lines[0].NetMinor));
    }

    [Fact]
    public async Task A_missing_column_is_one_error_that_says_what_the_header_needs()
    {
        var report = await _desk.ImportAsync("number,customer\nX-1,contoso\n");
        var rejection = Assert.Single(report.Rejections);
        Assert.Equal(1, rejection.Line);
        Assert.Contains("currency (通貨)", rejection.Reason, StringComparison.Ordinal);
        Assert.Contains("number (請求書番号)", rejection.Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Another_separator_is_told() => Assert.Contains(
        "commas", Assert.Single((await _desk.ImportAsync("number;customer;currency\nX-1;contoso;USD\n")).Rejections).Mend, StringComparison.Ordinal);

    [Fact]
    public async Task A_column_that_is_there_twice_is_refused() => Assert.Contains(
        "twice",
        Assert.Single((await _desk.ImportAsync($"{ImportDesk.InvoiceHeader},Invoice Number\n")).Rejections).Reason,
        StringComparison.Ordinal);

    [Fact]
    public async Task An_unknown_column_is_told_and_passed_over()
    {
        var report = await _desk.ImportAsync($"{ImportDesk.InvoiceHeader},colour\n{ImportDesk.Row("COL-1")},red\n");
        Assert.True(report.Committed);
        Assert.Equal("colour", Assert.Single(report.Warnings).Column);
    }

    [Fact]
    public async Task Of_an_empty_file_is_said_that_it_is_empty() =>
        Assert.Contains("empty", Assert.Single((await _desk.ImportAsync("")).Rejections).Reason, StringComparison.Ordinal);

    [Fact]
    public async Task A_header_alone_imports_nothing_and_is_no_error()
    {
        var report = await _desk.ImportAsync(ImportDesk.File());
        Assert.Equal((true, 0, 0), (report.IsClean, report.Rows, report.Added));
    }

    [Fact]
    public async Task A_workbook_is_no_text_file()
    {
        byte[] workbook = [0x50, 0x4B, 0x03, 0x04, 0x00, 0x00, 0xFF, 0xFE, 0xFD, 0x80, 0x00];
        var report = await _desk.ImportAsync(workbook);
        Assert.Contains("workbook", Assert.Single(report.Rejections).Mend, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_quote_that_is_never_closed_is_told_instead_of_swallowing_the_file()
    {
        var report = await _desk.ImportAsync(ImportDesk.File(
            ImportDesk.Row("OPEN-1"), ImportDesk.Row("OPEN-2", product: "\"Azure"), ImportDesk.Row("OPEN-3")), partial: true);
        Assert.False(report.Committed);
        Assert.Contains(report.Rejections, rejection => rejection.Line == 3 && rejection.Reason.Contains("quote", StringComparison.Ordinal));
        Assert.Empty(await _desk.InvoicesAsync("OPEN-"));
    }

    [Theory]
    [InlineData(10_000)]
    [InlineData(5_000_000)]
    public async Task A_huge_cell_is_refused(int length)
    {
        var report = await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("HUGE-1", product: new string('x', length))));
        Assert.Equal(2, Assert.Single(report.Rejections).Line);
        Assert.True((Assert.Single(report.Rejections).Value?.Length ?? 0) < 100);
    }

    [Fact]
    public async Task What_is_rejected_goes_into_a_file_in_which_no_formula_runs()
    {
        var report = await _desk.ImportAsync(ImportDesk.File(
            ImportDesk.Row("INJ-1").Replace("1.00", "=1+1", StringComparison.Ordinal),
            ImportDesk.Row("INJ-2").Replace("1.00", "＝1+1", StringComparison.Ordinal),
            ImportDesk.Row("INJ-3").Replace("1.00", "\"@SUM(1,2)\"", StringComparison.Ordinal)));
        var path = Path.Combine(Path.GetTempPath(), $"billingbot-rejects-{Guid.NewGuid():N}.csv");
        try
        {
            await RejectsFile.WriteAsync(path, report.Rejections, TestContext.Current.CancellationToken);
            var text = await File.ReadAllTextAsync(path, TestContext.Current.CancellationToken);
            Assert.Contains("'=1+1", text, StringComparison.Ordinal);
            Assert.Contains("'＝1+1", text, StringComparison.Ordinal);
            Assert.Contains("\"'@SUM(1,2)\"", text, StringComparison.Ordinal);
            Assert.DoesNotContain(",=", text, StringComparison.Ordinal);
            Assert.DoesNotContain("\"=", text, StringComparison.Ordinal);
        }
        finally
        {
            File.Delete(path);
        }
    }
}
