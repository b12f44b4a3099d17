using FsCheck;
using FsCheck.Fluent;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>Generates months with changes of seats, in currencies with no, two and three decimals.</summary>
public static class ChangedBills
{
    public static Arbitrary<ChangedBill> Bills() => Arb.From(
        from currency in Gen.Elements("USD", "JPY", "KWD")
        from minor in Gen.Choose(1, 500_000)
        from seats in Gen.Choose(1, 400)
        from month in Gen.Choose(1, 12)
        from days in Gen.ListOf(Gen.Choose(2, DateTime.DaysInMonth(2026, month)))
        from numbers in Gen.ListOf(Gen.Choose(1, 400), days.Count)
        select new ChangedBill(
            currency, minor / currency switch { "JPY" => 1m, "KWD" => 1_000m, _ => 100m }, seats,
            [.. days.Distinct().Order().Zip(numbers).Take(4)], month));
}
