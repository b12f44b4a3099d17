namespace BillingBot.Knowledge.Billing.Import;

/// <summary>How a file's letters are stored.</summary>
public enum ImportEncoding
{
    /// <summary>A byte order mark decides; without one UTF-8 where the bytes allow it, else Shift_JIS.</summary>
    Auto,
    Utf8,

    /// <summary>Code page 932, as Japanese Excel saves CSV files.</summary>
    ShiftJis,
}
