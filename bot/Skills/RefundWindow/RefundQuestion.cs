using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Refunds;
using NodaTime;

namespace BillingBot.Skills.RefundWindow;

/// <summary>What is known of "until when can I give it back?".</summary>
internal sealed record RefundQuestion
{
    /// <summary>Those that the words name; more than one: they do not fit together.</summary>
    public required IReadOnlyList<RefundCase> Cases { get; init; }

    /// <summary>The customer's subscriptions that the words may mean; with one it is known.</summary>
    public required IReadOnlyList<Subscription> Subscriptions { get; init; }

    /// <summary>A product is named; if it is none of the customer's, then no other of theirs is meant.</summary>
    public bool NamesProduct { get; init; }

    /// <summary>As said, in the customer's zone; null when no day in the past was said.</summary>
    public LocalDate? Day { get; init; }

    /// <summary>The moment, where the time of day was said as well.</summary>
    public LocalDateTime? Moment { get; init; }

    /// <summary>Null when the words name none.</summary>
    public PlatformEra? Era { get; init; }

    /// <summary>A partial upgrade has the window of what it came from.</summary>
    public bool IsUpgrade { get; init; }

    public Subscription? Subscription => Subscriptions is [var one] ? one : null;
}
