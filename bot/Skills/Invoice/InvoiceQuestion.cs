namespace BillingBot.Skills.Invoice;

/// <summary>What a turn's words ask: which invoices, and what about them.</summary>
internal sealed record InvoiceQuestion
{
    /// <summary>Null when the words say nothing of it.</summary>
    public InvoiceAspect? Aspect { get; init; }
    public IReadOnlyList<SaidNumber> Numbers { get; init; } = [];
    public SaidState? State { get; init; }
    public IReadOnlyList<SaidPeriod> Periods { get; init; } = [];
    public PeriodBasis Basis { get; init; }
    public SaidAmount? Amount { get; init; }
    public SaidProduct? Product { get; init; }
    public SaidExtent Extent { get; init; }

    /// <summary>"Invoice" or a word like it was said.</summary>
    public bool NamesInvoices { get; init; }

    /// <summary>"Invoices", "which", "all": more than one may be meant.</summary>
    public bool IsOfMany { get; init; }

    /// <summary>"It", "that one".</summary>
    public bool PointsBack { get; init; }

    /// <summary>"The other one": not the invoice last spoken of.</summary>
    public bool MeansOther { get; init; }

    /// <summary>"And the one before?": the next older than the invoice last spoken of.</summary>
    public bool MeansOneBefore { get; init; }

    /// <summary>"And the month before?": what was billed for the month before that of the invoice last spoken of.</summary>
    public bool MeansMonthBefore { get; init; }

    /// <summary>"My invoices", and nothing about them: all are meant.</summary>
    public bool IsOfOwn { get; init; }

    /// <summary>It is a question or a request; "our invoice is overdue" is neither.</summary>
    public bool Asks { get; init; }

    /// <summary>The customer says to have paid.</summary>
    public bool ClaimsPayment { get; init; }

    /// <summary>Every word was understood as part of a question about invoices.</summary>
    public bool IsWhollyUnderstood { get; init; }

    /// <summary>Something narrows down which invoices are meant.</summary>
    public bool Selects => Numbers.Count > 0 || State is not null || Narrows;

    /// <summary>Something that only an invoice of one's own has.</summary>
    public bool Narrows => Periods.Count > 0 || Amount is not null || Product is not null || Extent is not SaidExtent.Any;
}
