using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>A month of one subscription whose seats change: a full charge, then for each change a credit of the rest and a new charge.</summary>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Price">Of one seat for the month, in the major unit.</param>
/// <param name="Seats">On the first day.</param>
/// <param name="Changes">Day from which the new number holds, rising; at least the second.</param>
/// <param name="Month">1 to 12, of 2026.</param>
public sealed record ChangedBill(string Currency, decimal Price, int Seats, IReadOnlyList<(int Day, int Seats)> Changes, int Month)
{
    public int Days => DateTime.DaysInMonth(2026, Month);
    public decimal MinorUnit => Currency switch { "JPY" => 1m, "KWD" => 0.001m, _ => 0.01m };

    public int SeatsOn(int day) => Changes.Where(change => change.Day <= day).Select(change => change.Seats).Prepend(Seats).Last();

    public InvoiceAccount Account
    {
        get
        {
            var bill = new Bill("INV-2026-0001", 2026, Month, Currency).Cycle("Seats", Seats, Price, Minor(Price * Seats));
            var before = Seats;
            foreach (var (day, seats) in Changes)
            {
                var days = Days - day + 1;
                bill.Part(ChargeType.Credit, "Seats", -before, Price, day, Proration.ByDay(Price, -before, days, Days, Currency).Minor)
                    .Part(ChargeType.AddQuantity, "Seats", seats, Price, day, Proration.ByDay(Price, seats, days, Days, Currency).Minor);
                before = seats;
            }

            return bill.Account;
        }
    }

    private long Minor(decimal amount) => Money.Rounded(amount, Currency).Minor;
}
