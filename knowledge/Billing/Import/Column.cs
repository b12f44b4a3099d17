namespace BillingBot.Knowledge.Billing.Import;

/// <summary>A column of an import file.</summary>
/// <param name="name">In English, as the documentation spells it.</param>
/// <param name="japanese">Headings that Japanese systems use.</param>
internal sealed class Column(string name, params string[] japanese)
{
    public string Name { get; } = name;
    public IReadOnlyList<string> Japanese { get; } = japanese;

    /// <summary>The header must have it, and no cell may be empty.</summary>
    public bool IsRequired { get; init; }

    /// <summary>The header must have it, a cell may be empty.</summary>
    public bool IsExpected { get; init; }

    /// <summary>Line breaks may stand in it.</summary>
    public bool HasLines { get; init; }
}
