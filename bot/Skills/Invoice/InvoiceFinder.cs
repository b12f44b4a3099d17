using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Invoices;

namespace BillingBot.Skills.Invoice;

/// <summary>Finds the invoices that the words of a turn mean, among those of the person's customer only.</summary>
internal sealed class InvoiceFinder(Receivables receivables, InvoiceQuestionReader reader, InvoicePlaces places, LookedForWords lookedFor)
{
    /// <summary>The invoices that are meant, with what the words ask of them. Where one is named only that one is loaded.</summary>
    public async Task<InvoiceFinding> AskAsync(Turn turn, CancellationToken cancellationToken)
    {
        if (turn.Person is not { } person)
        {
            return WhoAsks(turn);
        }

        var today = person.Today(turn.Now);
        var names = await receivables.NamesAsync(person.CustomerId, today, cancellationToken);
        var said = reader.Read(turn, names);
        return Find(turn, person, said, names, Named(turn, said, names) switch
        {
            [] => [],
            [var number] => await receivables.OfNumberAsync(person.CustomerId, number, today, cancellationToken),
            _ => await receivables.AllAsync(person.CustomerId, today, cancellationToken),
        });
    }

    /// <summary>As <see cref="AskAsync"/>, of invoices that were loaded before: all of the person's customer, newest first.</summary>
    public InvoiceFinding Ask(Turn turn, IReadOnlyList<InvoiceAccount> all)
    {
        if (turn.Person is not { } person)
        {
            return WhoAsks(turn);
        }

        var names = Names(all);
        return Find(turn, person, reader.Read(turn, names), names, all);
    }

    private InvoiceFinding WhoAsks(Turn turn) => new(reader.Read(turn, InvoiceNames.None), new InvoiceSelection.WhoAsks());

    private InvoiceFinding Find(Turn turn, KnownPerson person, InvoiceQuestion said, InvoiceNames names, IReadOnlyList<InvoiceAccount> loaded)
    {
        var question = turn.MaySeeAmounts ? said : said with { Amount = null };
        var matches = Meant(turn, question, loaded);
        return new InvoiceFinding(question, matches.Accounts switch
        {
            [] => new InvoiceSelection.None(lookedFor.Of(question, matches.Period, person.Today(turn.Now), turn.Language)) { Nearest = Nearest(question, loaded) },
            [var one] => new InvoiceSelection.One(one),
            var several => new InvoiceSelection.Several(several),
        })
        {
            Matches = matches,
            HasInvoices = names.Numbers.Count > 0,
            AmountLeftOut = said.Amount is not null && question.Amount is null,
        };
    }

    /// <summary>The numbers of the invoices that can be meant; null where it takes more than their numbers to tell.</summary>
    private IReadOnlyList<string>? Named(Turn turn, InvoiceQuestion question, InvoiceNames names) =>
        PointedAt(turn, question) is { } number && names.Numbers.Contains(number, StringComparer.Ordinal) ? [number]
        : question.Numbers.Count > 0 ? [.. question.Numbers.SelectMany(said => said.Numbers).Distinct(StringComparer.Ordinal)]
        : null;

    private InvoiceMatches Meant(Turn turn, InvoiceQuestion question, IReadOnlyList<InvoiceAccount> all)
    {
        if (PointedAt(turn, question) is { } number && all.FirstOrDefault(account => account.Invoice.Number == number) is { } last)
        {
            return new InvoiceMatches([last]);
        }

        if (ShownInvoices.Beside(turn.State, question, all) is { } beside)
        {
            return new InvoiceMatches(beside);
        }

        return question.Selects ? InvoiceMatcher.Match(question, all) : new InvoiceMatches(Unsaid(question, all));
    }

    /// <summary>The invoice at a place of the list on screen, or the one last spoken of.</summary>
    private string? PointedAt(Turn turn, InvoiceQuestion question) =>
        places.Read(turn) ?? (IsOfLast(turn, question) ? turn.State.LastInvoice : null);

    /// <summary>"And its lines?", "is it overdue?", "明細は？": the invoice last spoken of.</summary>
    private static bool IsOfLast(Turn turn, InvoiceQuestion question) => turn.State.LastInvoice is not null && question is { MeansOther: false, MeansOneBefore: false }
        && (question with { State = null } is { Selects: false })
        && (question.PointsBack || (question.State is null && question switch
        {
            { NamesInvoices: false } => true,
            { IsOfMany: false, Aspect: not (null or InvoiceAspect.Status or InvoiceAspect.IsPaid or InvoiceAspect.WhenDue) } => true,
            _ => false,
        }));

    /// <summary>No invoice was named: the newest where one must be meant, what is unpaid where money is to come, else all.</summary>
    private static IReadOnlyList<InvoiceAccount> Unsaid(InvoiceQuestion question, IReadOnlyList<InvoiceAccount> all)
    {
        IReadOnlyList<InvoiceAccount> unpaid = [.. all.Where(account => account.IsUnpaid)];
        return question.Aspect switch
        {
            InvoiceAspect.Lines or InvoiceAspect.Why or InvoiceAspect.HowMuch when !question.IsOfMany => [.. all.Take(1)],
            InvoiceAspect.WhenDue or InvoiceAspect.Dispute or InvoiceAspect.Promise or InvoiceAspect.IsPaid when unpaid.Count > 0 => unpaid,
            _ => all,
        };
    }

    /// <summary>What comes nearest to a question that nothing fits: in another state, or due on another day.</summary>
    private static IReadOnlyList<InvoiceAccount> Nearest(InvoiceQuestion question, IReadOnlyList<InvoiceAccount> all) => question switch
    {
        { Numbers.Count: > 0 } => [],
        { State: not null } when question with { State = null } is { Selects: true } wider => InvoiceMatcher.Match(wider, all).Accounts,
        { Basis: PeriodBasis.Due, Periods.Count: > 0 } =>
            InvoiceMatcher.Match(question with { Periods = [], Extent = SaidExtent.Next }, all).Accounts,
        _ => [],
    };

    private static InvoiceNames Names(IReadOnlyList<InvoiceAccount> all) => new(
        [.. all.Select(account => account.Invoice.Number)],
        [.. all.SelectMany(account => account.Invoice.Lines).Select(line => line.ProductName).Distinct(StringComparer.Ordinal)]);
}
