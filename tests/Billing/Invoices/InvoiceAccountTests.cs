using BillingBot.Knowledge.Billing.Invoices;
using FsCheck.Xunit;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>Status and outstanding agree with a ledger that is walked entry by entry.</summary>
public sealed class InvoiceAccountTests
{
    [Property(Arbitrary = [typeof(AnyBills)], MaxTest = 1_000)]
    public void Outstanding_agrees_with_the_ledger(AnyBill bill)
    {
        var balance = 0m;
        foreach (var line in bill.Lines)
        {
            balance += line.NetMinor / 100m;
            balance += line.TaxMinor / 100m;
        }

        foreach (var minor in bill.Credits.Concat(bill.Payments))
        {
            balance -= minor / 100m;
        }

        Assert.Equal(balance, bill.Account.Outstanding.Major);
    }

    [Property(Arbitrary = [typeof(AnyBills)], MaxTest = 1_000)]
    public void Status_agrees_with_the_ledger(AnyBill bill) => Assert.Equal(Expected(bill), bill.Account.Status);

    private static InvoiceStatus Expected(AnyBill bill)
    {
        var left = bill.Lines.Sum(line => (line.NetMinor + line.TaxMinor) / 100m);
        var (hasPayment, hasCredit) = (false, false);
        foreach (var credit in bill.Credits)
        {
            (left, hasCredit) = (left - (credit / 100m), true);
        }

        foreach (var payment in bill.Payments)
        {
            (left, hasPayment) = (left - (payment / 100m), true);
        }

        if (bill.IssuedIn is null or > 0)
            return InvoiceStatus.Draft;
        if (left <= 0)
            return hasCredit && !hasPayment ? InvoiceStatus.Credited : InvoiceStatus.Paid;
        if (bill.Disputes.Contains(true))
            return InvoiceStatus.Disputed;
        if (bill.DueIn < 0)
            return InvoiceStatus.Overdue;
        return hasPayment || hasCredit ? InvoiceStatus.PartlyPaid : InvoiceStatus.Open;
    }

    [Theory]
    [InlineData(0, 0, InvoiceStatus.Overdue)]
    [InlineData(550_00, 0, InvoiceStatus.Paid)]
    [InlineData(549_99, 0, InvoiceStatus.Overdue)]
    [InlineData(0, 550_00, InvoiceStatus.Credited)]
    [InlineData(550_00, 550_00, InvoiceStatus.Paid)]
    public void August_of_twenty_five_seats(long paid, long credited, InvoiceStatus status)
    {
        var bill = new Bill("INV-2026-0126", 2026, 8).Cycle("Premium", 25, 22.00m, 550_00);
        if (paid > 0)
            bill.Paid(paid);
        if (credited > 0)
            bill.Credited(credited);
        Assert.Equal(status, bill.Account.Status);
        Assert.Equal(550_00 - paid - credited, bill.Account.Outstanding.Minor);
    }
}
