using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using NodaTime;

namespace BillingBot.Skills.Invoice;

/// <summary>Reads what a turn's words ask of invoices.</summary>
internal sealed class InvoiceQuestionReader(
    SaidPeriods periods, SaidAmounts amounts, SaidProducts products, InvoiceVocabulary vocabulary)
{
    /// <summary>The first that fits decides, so the more telling stand first.</summary>
    private static readonly InvoiceAspect[] Aspects =
    [
        InvoiceAspect.Copy, InvoiceAspect.Dispute, InvoiceAspect.Promise, InvoiceAspect.Why, InvoiceAspect.Lines, InvoiceAspect.Owed,
        InvoiceAspect.WhenDue, InvoiceAspect.AnyUnpaid, InvoiceAspect.IsPaid, InvoiceAspect.Payments, InvoiceAspect.HowMuch,
    ];

    /// <summary>"Partly paid" before "unpaid" before "paid".</summary>
    private static readonly SaidState[] States =
        [SaidState.PartlyPaid, SaidState.Overdue, SaidState.Unpaid, SaidState.Disputed, SaidState.Credited, SaidState.Paid];

    private static readonly SaidExtent[] Extents = [SaidExtent.Next, SaidExtent.Last, SaidExtent.All];

    private static readonly string[] Naming = ["Noun", "Aspect_IsPaid", "AllPaid"];

    private static readonly string[] Rest = ["Noun", "DueWords", "IssuedWords", "RoughAmount", "PointsBack", "OtherOne", "OneBefore", "ClaimsPayment", "Ones", "Filler"];

    /// <param name="turn">The turn.</param>
    /// <param name="own">Names of the customer's invoices; none for a guest.</param>
    public InvoiceQuestion Read(Turn turn, InvoiceNames own) => Read(turn, own, alsoOfMore: true)!;

    /// <summary>
    /// As <see cref="Read(Turn, InvoiceNames)"/>, for words that name an invoice by themselves: they hold a number, or each of them belongs to
    /// a question about invoices. Most of what customers say does not, and is found out early.
    /// </summary>
    /// <returns>Null for those.</returns>
    public InvoiceQuestion? ReadWhole(Turn turn, InvoiceNames own) => Read(turn, own, alsoOfMore: false);

    /// <summary>
    /// Whether <see cref="ReadWhole"/> can find anything, whatever the customer's invoices are called. Most of what is said names
    /// none, and then nobody need ask the store for them.
    /// </summary>
    public bool MayName(Turn turn)
    {
        var words = new SaidWords(turn.Text);
        return SpokenNumbers.ToDigits(words.Text).AsSpan().ContainsAnyInRange('0', '9')
            || amounts.Take(words, turn.Language) is not null || IsOfInvoices(words, turn.Language);
    }

    /// <summary>Where an invoice was spoken of just before; "why is it higher than the month before?" compares it.</summary>
    private bool MeansOneBefore(SaidWords words, Turn turn) => turn.State is { Asked: null, LastArticleId: { } last }
        && InvoiceRoutes.IsOfInvoices(last)
        && ShownInvoices.Oldest(turn.State) is not null
        && words.Say(vocabulary[turn.Language, "OneBefore"])
        && !words.Say(vocabulary[turn.Language, "Aspect_Why"]);

    private bool IsOfInvoices(SaidWords words, Language language) => Array.Exists(Naming, key => words.Say(vocabulary[language, key]));

    private InvoiceQuestion? Read(Turn turn, InvoiceNames own, bool alsoOfMore)
    {
        var language = turn.Language;
        var words = new SaidWords(turn.Text);
        var numbers = SaidNumbers.Take(words, own.Numbers);
        var amount = amounts.Take(words, language);

        if (!alsoOfMore && numbers.Count == 0 && amount is null && !IsOfInvoices(words, language))
        {
            return null;
        }

        // "1,200" and nothing else, of somebody who was not asked for a number.
        var isAmountAlone = amount is not null && !words.HasMore && turn is { Person: not null, State.Asked: null };
        var areAllPaid = Says("AllPaid");
        words.Without(vocabulary[language, "AllPaid"]);
        var isOfOwn = Says("OwnInvoices");
        var meansOneBefore = MeansOneBefore(words, turn);
        var meansMonthBefore = meansOneBefore && Says("MonthBefore");
        if (meansOneBefore)
        {
            // "And the previous month?" after June's is May, whatever month it is.
            words.Without(vocabulary[language, "OneBefore"]);
        }

        var basis = Says("DueWords") ? PeriodBasis.Due : Says("IssuedWords") ? PeriodBasis.Issued : PeriodBasis.Billed;
        var said = periods.Take(words, language, Now(turn), isToCome: basis is PeriodBasis.Due, Says("Aspect_Why"));
        var product = products.Take(words, language, own.Products);
        var isWhole = isOfOwn || !Remainder(new SaidWords(words.Text), language).HasMore;
        InvoiceAspect? aspect = Says("Correction") ? InvoiceAspect.Dispute : First(Aspects, "Aspect");
        if (!isWhole && basis is not PeriodBasis.Due && aspect is (InvoiceAspect.AnyUnpaid or InvoiceAspect.Owed))
        {
            // "Is anything open? Our quarter ends tomorrow": nothing is owed for a day to come.
            said = [.. said.Where(period => period.Meanings.Any(meaning => meaning.Start <= Now(turn).Date))];
        }

        if (!isWhole && !alsoOfMore && numbers.Count == 0)
        {
            return null;
        }

        // "What goes into Thursday's payment run?": the day is that of the paying, and of no invoice.
        var isToBePaid = Says("PaymentRun");
        var question = new InvoiceQuestion
        {
            Numbers = numbers,
            Amount = amount,
            Periods = isToBePaid ? [] : said,
            Basis = basis,
            Product = product,
            Aspect = aspect,
            State = First(States, "State") ?? (isToBePaid ? SaidState.Unpaid : null),
            Extent = First(Extents, "Extent") ?? SaidExtent.Any,
            NamesInvoices = Says("Noun") || isAmountAlone || (amount is not null && Says("Ones")),
            IsOfMany = Says("Many"),
            PointsBack = Says("PointsBack"),
            MeansOther = Says("OtherOne"),
            MeansOneBefore = meansOneBefore,
            MeansMonthBefore = meansMonthBefore,
            IsOfOwn = isOfOwn,
            Asks = Says("Asks"),
            ClaimsPayment = Says("ClaimsPayment"),
            IsWhollyUnderstood = isWhole,
        };
        return WithoutAskedState(question, areAllPaid);

        bool Says(string key) => words.Say(vocabulary[language, key]);

        T? First<T>(T[] all, string kind)
            where T : struct, Enum => all.Where(one => Says($"{kind}_{one}")).Cast<T?>().FirstOrDefault();
    }

    /// <summary>"Is INV-2026-0142 paid?" asks for the state; "which are paid?" selects by it.</summary>
    private static InvoiceQuestion WithoutAskedState(InvoiceQuestion question, bool areAllPaid) => question.Aspect switch
    {
        _ when areAllPaid => question with { Aspect = InvoiceAspect.IsPaid, State = SaidState.Unpaid, Extent = SaidExtent.Any },
        InvoiceAspect.IsPaid when question.State is SaidState.Paid => question with { State = null },

        // "A refund for 0142, because the seats were cancelled": nothing is said of the invoice's state.
        _ when question is { State: SaidState.Credited, Numbers.Count: > 0, IsWhollyUnderstood: false } => question with { State = null },
        InvoiceAspect.AnyUnpaid or InvoiceAspect.Owed when question.State is null or SaidState.Paid => question with { State = SaidState.Unpaid },
        _ => question,
    };

    private SaidWords Remainder(SaidWords words, Language language)
    {
        foreach (var key in States.Select(state => $"State_{state}").Concat(Aspects.Select(aspect => $"Aspect_{aspect}"))
            .Concat(Extents.Select(extent => $"Extent_{extent}")).Concat(Rest))
        {
            words.Without(vocabulary[language, key]);
        }

        return words;
    }

    private static LocalDateTime Now(Turn turn) =>
        turn.Now.InZone(turn.Person is { } person ? DateTimeZoneProviders.Tzdb[person.TimeZone] : DateTimeZone.Utc).LocalDateTime;
}
