namespace BillingBot.Console.Layout;

/// <summary>Whether whoever sits at this page takes cases: then what the page shows them counts as told. No, until it is known.</summary>
internal sealed class Availability
{
    public bool IsAvailable { get; set; }
}
