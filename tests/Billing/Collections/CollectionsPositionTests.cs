using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Tests.Billing.Collections;

public sealed class CollectionsPositionTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);

    [Theory]
    [InlineData(0, null, "Reminder")]
    [InlineData(2, null, "Reminder")]
    [InlineData(3, "Reminder", "Notice")]
    [InlineData(14, "Notice", "ServiceReduced")]
    [InlineData(44, "ServiceReduced", "AccessSuspended")]
    [InlineData(45, "AccessSuspended", "DataDeleted")]
    [InlineData(400, "DataDeleted", null)]
    public void The_days_past_due_decide_the_stage(int days, string? current, string? next)
    {
        var position = Assert.Single(Of(OverdueInvoice.Due(Today.PlusDays(-days))));
        Assert.Equal((current, next, days), (position.Current?.Stage.Step.ToString(), position.Next?.Stage.Step.ToString(), position.Days));
    }

    [Fact]
    public void An_invoice_with_several_products_stands_by_product_where_they_differ()
    {
        var positions = Of(OverdueInvoice.Due(Today.PlusDays(-31), Product.Microsoft365, Product.Azure, Product.Dynamics365, Product.Any));
        Assert.Equal(2, positions.Count);
        Assert.Equal([Product.Azure], positions[0].Products);
        Assert.Equal(CollectionsStep.AccessSuspended, positions[0].Current!.Stage.Step);
        Assert.Equal([Product.Microsoft365, Product.Dynamics365], positions[1].Products);
        Assert.Equal(CollectionsStep.ServiceReduced, positions[1].Current!.Stage.Step);
    }

    [Fact]
    public void A_group_with_longer_terms_gets_them()
    {
        var position = Assert.Single(Of(OverdueInvoice.Due(Today.PlusDays(-20)), group: "public-sector"));
        Assert.Equal(CollectionsStep.Reminder, position.Current!.Stage.Step);
        Assert.Equal(Today.PlusDays(10), position.Next!.From);
    }

    [Fact]
    public void A_broken_promise_lets_the_clock_go_on_where_it_stood()
    {
        var invoice = OverdueInvoice.Due(Today.PlusDays(-20)).Promised(Today.PlusDays(-10), Today.PlusDays(-5));
        var position = Assert.Single(Of(invoice));
        Assert.Null(position.Pause);
        Assert.Equal(15, position.Days);
    }

    [Fact]
    public void A_promise_taken_back_by_staff_ends_there()
    {
        var invoice = OverdueInvoice.Due(Today.PlusDays(-20)).Promised(Today.PlusDays(-10), Today.PlusDays(10));
        invoice.Promises[0].WithdrawnAt = Today.PlusDays(-5).At(LocalTime.Noon).InUtc().ToInstant();
        Assert.Equal((15, null), (Assert.Single(Of(invoice)).Days, Assert.Single(Of(invoice)).Pause));
    }

    [Fact]
    public void The_longest_pause_is_the_one_in_force()
    {
        var invoice = OverdueInvoice.Due(Today.PlusDays(-20)).Promised(Today.PlusDays(-1), Today.PlusDays(3)).Disputed(Today.PlusDays(-2));
        var position = Assert.Single(Of(invoice));
        Assert.Equal(PauseReason.Dispute, position.Pause!.Reason);
        Assert.Null(position.Next!.From);
    }

    [Fact]
    public void A_settled_dispute_counts_the_days_after_it_only()
    {
        var position = Assert.Single(Of(OverdueInvoice.Due(Today.PlusDays(-20)).Disputed(Today.PlusDays(-40), Today.PlusDays(-4))));
        Assert.Equal((4, null), (position.Days, position.Pause));
    }

    [Fact]
    public void Days_are_the_customers()
    {
        // 20:00 UTC on the 14th is the 15th in Tokyo: that day still counts, the pause keeps it.
        var invoice = OverdueInvoice.Due(new LocalDate(2026, 11, 10));
        invoice.Disputes.Add(new Dispute { OpenedAt = Instant.FromUtc(2026, 11, 14, 20, 0) });
        Assert.Equal(4, Assert.Single(Of(invoice)).Days);
        Assert.Equal(5, Assert.Single(Of(invoice, zone: "Asia/Tokyo")).Days);
    }

    [Fact]
    public void Where_nothing_is_published_there_are_no_stages_and_an_invoice_without_due_date_has_no_position()
    {
        var account = new InvoiceAccount(OverdueInvoice.Due(Today.PlusDays(-20)), Today);
        var position = Assert.Single(CollectionsPosition.Of(account, CollectionsPolicy.Nothing, "standard", DateTimeZone.Utc));
        Assert.Null(position.Current);
        Assert.Null(position.Next);
        account.Invoice.DueOn = null;
        Assert.Empty(CollectionsPosition.Of(account, PolicyFile.Demo, "standard", DateTimeZone.Utc));
    }

    [Fact]
    public void Nothing_is_reminded_of_a_paid_disputed_or_promised_invoice()
    {
        var late = Today.PlusDays(-5);
        Assert.Equal([new DueReminder("Reminder:Microsoft365", Today.PlusDays(-2))], Due(OverdueInvoice.Due(late)));
        Assert.Empty(Due(OverdueInvoice.Due(late).Paid(Today, 120_000)));
        Assert.Empty(Due(OverdueInvoice.Due(late).Disputed(Today)));
        Assert.Empty(Due(OverdueInvoice.Due(late).Promised(Today, Today.PlusDays(1))));
        Assert.Equal([new DueReminder("before-due", Today)], Due(OverdueInvoice.Due(Today.PlusDays(3))));
        Assert.Empty(Due(OverdueInvoice.Due(Today.PlusDays(4))));
        Assert.Equal([new DueReminder("due", Today)], Due(OverdueInvoice.Due(Today)));
    }

    private static IReadOnlyList<DueReminder> Due(Invoice invoice) => DueReminder.Of(new InvoiceAccount(invoice, Today), Of(invoice), 3);

    private static IReadOnlyList<CollectionsPosition> Of(Invoice invoice, string group = "standard", string zone = "UTC") =>
        CollectionsPosition.Of(new InvoiceAccount(invoice, Today), PolicyFile.Demo, group, DateTimeZoneProviders.Tzdb[zone]);
}
