namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Something that staff edit: who read an older version changes nothing.</summary>
internal interface IEdited
{
    /// <summary>Counts the changes; the compare-and-set token.</summary>
    int Version { get; set; }
}
