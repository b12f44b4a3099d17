using NodaTime;

namespace BillingBot.Knowledge.Billing.Invoices;

/// <summary>
/// Takes the change of one subscription, meter or one-off apart. Every line of either invoice goes into exactly one
/// contribution, so that these sum to the change.
/// </summary>
internal static class SubjectChange
{
    /// <param name="after">Its lines on the later invoice.</param>
    /// <param name="before">Its lines on the earlier one; not both are empty.</param>
    /// <param name="currency">Of both.</param>
    public static IEnumerable<Contribution> Of(IReadOnlyList<InvoiceLine> after, IReadOnlyList<InvoiceLine> before, string currency)
    {
        var name = (after.Count > 0 ? after : before)[^1].ProductName;
        return (after.Count > 0 ? after : before)[0].ChargeType switch
        {
            ChargeType.Usage => Quantities(ContributionKind.Usage, name, after, before, currency),
            ChargeType.Adjustment or ChargeType.Service => OneOff(name, after, before, currency),
            _ => Subscription(name, after, before, currency),
        };
    }

    private static IEnumerable<Contribution> OneOff(
        string name, IReadOnlyList<InvoiceLine> after, IReadOnlyList<InvoiceLine> before, string currency) => (after.Count, before.Count) switch
        {
            (_, 0) => [SoleCharge(name, Sum(after, currency))],
            (0, _) => [new(ContributionKind.OneOffNotRepeated, name, -Sum(before, currency))],
            _ => Quantities(ContributionKind.Usage, name, after, before, currency),
        };

    private static IEnumerable<Contribution> Subscription(
        string name, IReadOnlyList<InvoiceLine> after, IReadOnlyList<InvoiceLine> before, string currency)
    {
        var (now, then) = (Parts.Of(after), Parts.Of(before));
        if (now.Refunds.Count + then.Refunds.Count > 0)
        {
            yield return new(
                now.Refunds.Count > 0 ? ContributionKind.CancelRefund : ContributionKind.OneOffNotRepeated,
                name, Sum(now.Refunds, currency) - Sum(then.Refunds, currency));
        }

        foreach (var credit in now.Credits)
        {
            yield return new(ContributionKind.OneOffCredit, name, new Money(credit.NetMinor, currency)) { On = credit.ChargeStart };
        }

        if (then.Credits.Count > 0)
        {
            yield return new(ContributionKind.OneOffNotRepeated, name, -Sum(then.Credits, currency));
        }

        IEnumerable<Contribution> rest = (now.HasCharges, then.HasCharges) switch
        {
            (true, false) => [new(ContributionKind.NewProduct, name, Sum(now.Charges, currency)) { On = now.Charges.Min(line => line.ChargeStart) }],
            (false, true) => [new(ContributionKind.NoLongerCharged, name, -Sum(then.Charges, currency))],
            (true, true) => now.Changes.GroupBy(line => line.ChargeStart).Select(change => Seats(name, change, currency))
                .Concat(Cycle(name, now, then, currency)),
            _ => [],
        };
        foreach (var contribution in rest)
        {
            yield return contribution;
        }
    }

    /// <summary>The lines of one day: the old number given back, the new number charged.</summary>
    private static Contribution Seats(string name, IGrouping<LocalDate?, InvoiceLine> change, string currency)
    {
        var seats = change.Sum(LineExplanation.Quantity);
        return new(Kind(seats), name, Sum(change, currency)) { Seats = seats, On = change.Key };
    }

    /// <summary>The charge of the whole period, together with what was changed within the earlier period.</summary>
    private static IEnumerable<Contribution> Cycle(string name, Parts now, Parts then, string currency)
    {
        if (then.Changes.Count == 0)
        {
            return Quantities(null, name, now.Cycle, then.Cycle, currency);
        }

        var earlier = Sum(then.Changes, currency);
        if (Priced(now.Cycle, currency) is not { } after || Priced(then.Cycle, currency) is not { } before)
        {
            return [new(ContributionKind.Unexplained, name, Sum(now.Cycle, currency) - Sum(then.Cycle, currency) - earlier)];
        }

        var seats = after.Quantity - before.Quantity;
        var full = Money.Rounded(seats * before.Price, currency);
        return
        [
            new(ContributionKind.SeatsForWholePeriod, name, full - earlier) { Seats = seats, On = then.Changes.Max(line => line.ChargeStart) },
            Rest(name, Sum(now.Cycle, currency) - Sum(then.Cycle, currency) - full, after.Price, before.Price),
        ];
    }

    /// <summary>The part that more or less of it makes, and the part that another price makes.</summary>
    /// <param name="kind">Null for seats.</param>
    private static IEnumerable<Contribution> Quantities(
        ContributionKind? kind, string name, IReadOnlyList<InvoiceLine> after, IReadOnlyList<InvoiceLine> before, string currency)
    {
        var change = Sum(after, currency) - Sum(before, currency);
        if (after.Count == 0 || before.Count == 0)
        {
            return [new(kind ?? ContributionKind.Unexplained, name, change)];
        }

        if (Priced(after, currency) is not { } now || Priced(before, currency) is not { } then)
        {
            return [new(IsOnlyDays(after, before, currency) ? ContributionKind.Days : ContributionKind.Unexplained, name, change)];
        }

        var more = now.Quantity - then.Quantity;
        var amount = Money.Rounded(more * then.Price, currency);
        var quantities = new Contribution(kind ?? Kind(more), name, amount)
        {
            Seats = kind is null ? more : 0,
            Before = kind is null ? null : then.Quantity,
            After = kind is null ? null : now.Quantity,
        };
        return [quantities, Rest(name, change - amount, now.Price, then.Price)];
    }

    private static Contribution Rest(string name, Money amount, decimal after, decimal before) => after == before
        ? new(ContributionKind.Unexplained, name, amount)
        : new(ContributionKind.Price, name, amount) { Before = before, After = after };

    /// <summary>Quantity and price of lines that were charged whole at one price; null for others.</summary>
    private static (decimal Quantity, decimal Price)? Priced(IReadOnlyList<InvoiceLine> lines, string currency) =>
        lines.Count > 0 && lines.All(line => line.UnitPrice == lines[0].UnitPrice && LineExplanation.Of(line, currency) is LineExplanation.Whole)
            ? (lines.Sum(LineExplanation.Quantity), lines[0].UnitPrice)
            : null;

    private static bool IsOnlyDays(IReadOnlyList<InvoiceLine> after, IReadOnlyList<InvoiceLine> before, string currency) =>
        after.Concat(before).All(line => line.UnitPrice == after[0].UnitPrice && LineExplanation.Of(line, currency) is not LineExplanation.None)
        && after.Sum(LineExplanation.Quantity) == before.Sum(LineExplanation.Quantity);

    private static Contribution SoleCharge(string name, Money amount) =>
        new(amount.Minor < 0 ? ContributionKind.OneOffCredit : ContributionKind.OneOffCharge, name, amount);

    private static ContributionKind Kind(decimal seats) => seats switch
    {
        > 0 => ContributionKind.SeatsAdded,
        < 0 => ContributionKind.SeatsRemoved,
        _ => ContributionKind.Unexplained,
    };

    private static Money Sum(IEnumerable<InvoiceLine> lines, string currency) => new(lines.Sum(line => line.NetMinor), currency);

    /// <param name="Cycle">Charges of a period.</param>
    /// <param name="Changes">Changes of the number of seats within it, each a credit and a charge.</param>
    /// <param name="Credits">Credits that belong to no change.</param>
    /// <param name="Refunds">For something cancelled.</param>
    private sealed record Parts(
        IReadOnlyList<InvoiceLine> Cycle, IReadOnlyList<InvoiceLine> Changes, IReadOnlyList<InvoiceLine> Credits, IReadOnlyList<InvoiceLine> Refunds)
    {
        public IEnumerable<InvoiceLine> Charges => Cycle.Concat(Changes);
        public bool HasCharges => Cycle.Count + Changes.Count > 0;

        public static Parts Of(IReadOnlyList<InvoiceLine> lines)
        {
            var changed = lines.Where(line => line.ChargeType is ChargeType.AddQuantity or ChargeType.RemoveQuantity)
                .Select(line => line.ChargeStart).ToHashSet();
            var sorts = lines.ToLookup(line => line.ChargeType switch
            {
                ChargeType.CancelRefund => nameof(Refunds),
                ChargeType.Credit when !changed.Contains(line.ChargeStart) => nameof(Credits),
                ChargeType.Credit or ChargeType.AddQuantity or ChargeType.RemoveQuantity => nameof(Changes),
                _ => nameof(Cycle),
            }, StringComparer.Ordinal);
            return new([.. sorts[nameof(Cycle)]], [.. sorts[nameof(Changes)]], [.. sorts[nameof(Credits)]], [.. sorts[nameof(Refunds)]]);
        }
    }
}
