using NodaTime;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Whether a person wants to be reminded of invoices. Without one nobody is reminded.</summary>
public sealed class ReminderPreference
{
    public required string PersonId { get; init; }

    /// <summary>Null: asked, not answered.</summary>
    public bool? Wants { get; set; }

    /// <summary>When it was said, or asked.</summary>
    public required Instant Since { get; set; }

    /// <summary>The words by which it was said.</summary>
    public string? Words { get; set; }
}
