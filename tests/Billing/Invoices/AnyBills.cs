using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing.Invoices;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;

namespace BillingBot.Tests.Billing.Invoices;

/// <summary>Generates invoices whose lines often share a product, and are as often right as wrong.</summary>
public static class AnyBills
{
    private static readonly LocalDate September = new(2026, 9, 1);

    public static Arbitrary<AnyBill> Bills() => Arb.From(
        from lines in Gen.ListOf(Lines())
        from payments in Gen.ListOf(Gen.Choose(1, 50_000))
        from credits in Gen.ListOf(Gen.Choose(1, 50_000))
        from due in Gen.Choose(-60, 60)
        from issued in Gen.Choose(-90, 3)
        from isDraft in Gen.Choose(0, 9)
        from disputes in Gen.ListOf(Gen.Elements(true, false))
        select new AnyBill(
            [.. lines], [.. payments.Take(3).Select(amount => (long)amount)], [.. credits.Take(2).Select(amount => (long)amount)],
            due, isDraft == 0 ? null : issued, [.. disputes.Take(2)]));

    private static Gen<InvoiceLine> Lines() =>
        from type in Gen.Elements(Enum.GetValues<ChargeType>())
        from product in Gen.Elements("Premium", "Visio", "Machines")
        from subscription in Gen.Elements("one", "two", null)
        from era in Gen.Elements(PlatformEra.Any, PlatformEra.NewCommerce, PlatformEra.Legacy)
        from quantity in Gen.Choose(-40, 40)
        from price in Gen.Choose(0, 3_000)
        from day in Gen.Choose(1, 30)
        from isPart in Gen.Elements(true, false)
        from isRight in Gen.Elements(true, true, false)
        from wrong in Gen.Choose(-100_000, 100_000)
        from tax in Gen.Choose(-2_000, 2_000)
        select new InvoiceLine
        {
            ProductName = product,
            SubscriptionId = subscription,
            ChargeType = type,
            Era = era,
            Quantity = quantity,
            UnitPrice = price / 100m,
            ChargeStart = September.PlusDays(day - 1),
            ChargeEnd = September.PlusDays(29),
            ChargedDays = isPart ? 31 - day : null,
            CycleDays = isPart ? 30 : null,
            NetMinor = isRight ? (long)quantity * price * (isPart ? 31 - day : 30) / 30 : wrong,
            TaxMinor = tax,
        };
}
