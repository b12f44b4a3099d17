namespace BillingBot.Knowledge.Support;

/// <summary>Section <c>Support</c>.</summary>
public sealed class SupportOptions
{
    /// <summary>
    /// The YAML file of the partner's published offer, relative to the program's folder; null when nothing is published.
    /// </summary>
    public string? OfferFile { get; set; }

    internal PublishedOffer Read() => string.IsNullOrWhiteSpace(OfferFile)
        ? PublishedOffer.Nothing
        : OfferReader.Read(Path.Combine(AppContext.BaseDirectory, OfferFile));
}
