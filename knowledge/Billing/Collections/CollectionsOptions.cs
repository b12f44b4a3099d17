namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Section <c>Collections</c>.</summary>
public sealed class CollectionsOptions
{
    /// <summary>
    /// The YAML file of the partner's collections policy, relative to the program's folder; null when nothing is published.
    /// </summary>
    public string? PolicyFile { get; set; }

    internal CollectionsPolicy Read() => string.IsNullOrWhiteSpace(PolicyFile)
        ? CollectionsPolicy.Nothing
        : PolicyReader.Read(Path.Combine(AppContext.BaseDirectory, PolicyFile));
}
