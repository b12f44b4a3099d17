namespace BillingBot.Skills.Invoice;

/// <summary>How many of the invoices that fit are meant.</summary>
internal enum SaidExtent
{
    /// <summary>Nothing was said of it.</summary>
    Any,
    All,

    /// <summary>The newest.</summary>
    Last,

    /// <summary>The next to fall due.</summary>
    Next,
}
