using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>An invoice is compared with the one before it for the same things.</summary>
public sealed class ComparableInvoicesTests
{
    private static readonly InvoiceAccount September = new Bill("S", 2026, 9).Cycle("Premium", 25, 22.00m, 550_00).Account;
    private static readonly InvoiceAccount August = new Bill("A", 2026, 8).Cycle("Premium", 25, 22.00m, 550_00).Account;
    private static readonly InvoiceAccount July = new Bill("J", 2026, 7).Cycle("Premium", 25, 22.00m, 550_00).Account;

    [Fact]
    public void The_newest_before_it_is_taken() => Assert.Same(August, ComparableInvoices.Before(September, [September, July, August]));

    [Fact]
    public void One_for_other_things_another_currency_or_cancelled_is_passed_over() => Assert.Same(July, ComparableInvoices.Before(September,
    [
        new Bill("X", 2026, 8).Cycle("Visio", 3, 15.00m, 45_00).Account,
        new Bill("Y", 2026, 8, "JPY").Cycle("Premium", 25, 22m, 550).Account,
        new Bill("Z", 2026, 8).Cycle("Premium", 25, 22.00m, 550_00).Credited(550_00).Account,
        July,
    ]));

    [Fact]
    public void The_first_of_its_kind_has_none_before_it() => Assert.Null(ComparableInvoices.Before(July, [September, August, July]));
}
