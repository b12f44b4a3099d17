using BillingBot.Knowledge.Billing.Import;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Billing.Import;

public class InvoiceImportTests(SharedBotWithoutArticles shared) : IClassFixture<SharedBotWithoutArticles>
{
    private readonly ImportDesk _desk = new(shared.Bot);

    [Fact]
    public async Task A_bad_row_a_duplicate_number_and_a_wrong_currency_are_told_with_their_lines_and_nothing_is_imported()
    {
        var report = await _desk.ImportAsync(ImportDesk.File(
            ImportDesk.Row("BAD-1", product: "\"=HYPERLINK(\"\"https://evil.example\"\")\""),
            ImportDesk.Row("BAD-2").Replace("1.00", "one dollar", StringComparison.Ordinal),
            ImportDesk.Row("BAD-3").Replace("USD", "USX", StringComparison.Ordinal),
            ImportDesk.Row("BAD-1")));
        Assert.False(report.Committed);
        Assert.Equal(
            [(3, "net", "one dollar"), (4, "currency", "USX"), (5, "number", "BAD-1")],
            report.Rejections.Select(rejection => (rejection.Line, rejection.Column, rejection.Value)));
        Assert.All(report.Rejections, rejection => Assert.NotEmpty(rejection.Mend));
        var warning = Assert.Single(report.Warnings);
        Assert.Equal((2, "product name"), (warning.Line, warning.Column));
        Assert.Empty(await _desk.InvoicesAsync("BAD-"));
    }

    [Fact]
    public async Task Partial_import_takes_whole_good_invoices_and_believes_neither_of_two_that_contradict()
    {
        var report = await _desk.ImportAsync(
            ImportDesk.File(
                ImportDesk.Row("PART-1"),
                ImportDesk.Row("PART-2"),
                ImportDesk.Row("PART-2").Replace("0.10", "x", StringComparison.Ordinal),
                ImportDesk.Row("PART-3"),
                ImportDesk.Row("PART-4"),
                ImportDesk.Row("PART-3")),
            partial: true);
        Assert.Equal((true, 2, 2), (report.Committed, report.Added, report.Rejected));
        Assert.Equal(["PART-1", "PART-4"], (await _desk.InvoicesAsync("PART-")).Select(invoice => invoice.Number));
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_takes_the_invoices_beside_it_along_because_it_may_be_a_line_of_either()
    {
        var report = await _desk.ImportAsync(
            ImportDesk.File(ImportDesk.Row("HALF-1"), ImportDesk.Row("HALF-2"), "HALF-2,contoso", ImportDesk.Row("HALF-3"), ImportDesk.Row("HALF-4")),
            partial: true);
        Assert.Contains(report.Rejections, rejection => rejection.Line == 4 && rejection.Reason.Contains("2 cells", StringComparison.Ordinal));
        Assert.Equal(["HALF-1", "HALF-4"], (await _desk.InvoicesAsync("HALF-")).Select(invoice => invoice.Number));
    }

    [Fact]
    public async Task The_same_file_again_changes_nothing()
    {
        var file = ImportDesk.File(ImportDesk.Row("SAME-1"), ImportDesk.Row("SAME-1"), ImportDesk.Row("SAME-2"));
        Assert.Equal(2, (await _desk.ImportAsync(file)).Added);
        var again = await _desk.ImportAsync(file);
        Assert.Equal((0, 0, 2), (again.Added, again.Updated, again.Unchanged));
        Assert.Equal([2, 1], (await _desk.InvoicesAsync("SAME-")).Select(invoice => invoice.Lines.Count));
    }

    [Fact]
    public async Task An_unpaid_invoice_is_corrected_and_the_audit_says_by_whom()
    {
        await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("FIX-1"), ImportDesk.Row("FIX-1")));
        var report = await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("FIX-1", product: "Microsoft 365", due: "2026-11-15")));
        Assert.Equal(1, report.Updated);
        var invoice = Assert.Single(await _desk.InvoicesAsync("FIX-1"));
        Assert.Equal("Microsoft 365", Assert.Single(invoice.Lines).ProductName);
        var entry = await shared.Bot.ReadAsync(db => db.Audit.SingleAsync(entry => entry.Subject == "invoice:FIX-1"));
        Assert.Equal(("import:test", "invoice.updated", "contoso"), (entry.Actor, entry.Action, entry.CustomerId));
    }

    [Fact]
    public async Task An_invoice_on_which_money_is_booked_is_not_changed_any_more()
    {
        await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("PAID-1")));
        await _desk.ImportAsync(
            "reference,customer,received,amount,currency,invoice\nPAID-P1,contoso,2026-10-05,0.50,USD,PAID-1\n", ImportKind.Payments);
        Assert.Equal(1, (await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("PAID-1")))).Unchanged);
        var report = await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("PAID-1", due: "2026-12-31")));
        Assert.Contains("payments", Assert.Single(report.Rejections).Reason, StringComparison.Ordinal);
        Assert.Equal(31, (await _desk.InvoicesAsync("PAID-1"))[0].DueOn!.Value.Day);
        Assert.Equal(10, (await _desk.InvoicesAsync("PAID-1"))[0].DueOn!.Value.Month);
    }

    [Fact]
    public async Task Another_customer_s_number_and_another_spelling_of_a_number_are_refused()
    {
        await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("OWN-0001")));
        var report = await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("OWN-0001", "fabrikam")));
        Assert.Contains("Another customer", Assert.Single(report.Rejections).Reason, StringComparison.Ordinal);
        report = await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("own 0001")));
        Assert.Contains("OWN-0001", Assert.Single(report.Rejections).Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_row_of_an_unknown_customer_or_of_none_waits_for_staff_once_and_the_rest_is_imported()
    {
        var file = ImportDesk.File(ImportDesk.Row("WHO-1", "stranger"), ImportDesk.Row("WHO-2", ""), ImportDesk.Row("WHO-3"));
        var report = await _desk.ImportAsync(file);
        Assert.Equal((true, 1, 2, 0), (report.Committed, report.Added, report.Queued, report.Rejected));
        await _desk.ImportAsync(file);
        var tasks = await Tasks("WHO");
        Assert.Equal(2, tasks.Count);
        Assert.All(tasks, task => Assert.Null(task.CustomerId));
        Assert.Contains("\"customer\":\"stranger\"", tasks[0].Detail, StringComparison.Ordinal);

        await _desk.ImportAsync("id,name,language,time zone,plan\nstranger,Stranger Ltd,en,Europe/London,Standard\n", ImportKind.Customers);
        Assert.Equal(1, (await _desk.ImportAsync(file)).Added);
        Assert.Equal([true, false], (await Tasks("WHO")).Select(task => task.DoneAt is not null));
    }

    [Fact]
    public async Task A_dry_run_writes_nothing()
    {
        var report = await _desk.ImportAsync(ImportDesk.File(ImportDesk.Row("DRY-1"), ImportDesk.Row("DRY-2", "nobody")), dryRun: true);
        Assert.Equal((false, 1, 1), (report.Committed, report.Added, report.Queued));
        Assert.Empty(await _desk.InvoicesAsync("DRY-"));
        Assert.Empty(await Tasks("DRY"));
    }

    [Fact]
    public async Task Stopping_half_way_leaves_nothing()
    {
        using var stop = new CancellationTokenSource();
        var rows = Enumerable.Range(1, 1_200).Select(number => ImportDesk.Row($"STOP-{number:D4}"));
        var progress = new CallAt(ImportStage.Writing, stop.Cancel);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => _desk.ImportAsync(
            System.Text.Encoding.UTF8.GetBytes(ImportDesk.File(rows)), progress: progress, cancellationToken: stop.Token));
        Assert.Empty(await _desk.InvoicesAsync("STOP-"));
        Assert.False(await shared.Bot.ReadAsync(db => db.Set<BillingBot.Knowledge.Billing.Invoices.InvoiceLine>()
            .AnyAsync(line => !db.Invoices.Any(invoice => invoice.Id == line.InvoiceId))));
    }

    [Fact]
    public async Task The_same_file_at_the_same_time_is_imported_once()
    {
        var file = ImportDesk.File(Enumerable.Range(1, 700).Select(number => ImportDesk.Row($"RACE-{number:D4}")));
        var reports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => _desk.ImportAsync(file))));
        Assert.All(reports, report => Assert.True(report.Committed));
        Assert.Equal(700, reports.Sum(report => report.Added));
        Assert.Equal(700, (await _desk.InvoicesAsync("RACE-")).Count);
    }

    private Task<List<StaffTask>> Tasks(string prefix) => shared.Bot.ReadAsync(db => db.StaffTasks
        .Where(task => task.Kind == StaffTaskKind.UnknownCustomer && task.DedupeKey!.StartsWith($"invoice:{prefix}"))
        .OrderBy(task => task.DedupeKey).ToListAsync());

    private sealed class CallAt(ImportStage stage, Action call) : IProgress<ImportProgress>
    {
        public void Report(ImportProgress value)
        {
            if (value.Stage == stage)
            {
                call();
            }
        }
    }
}
