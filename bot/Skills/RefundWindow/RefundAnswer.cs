using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Billing.Refunds;
using NodaTime;

namespace BillingBot.Skills.RefundWindow;

/// <summary>Everything that a window follows from.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Start">From when it counts; null where the rule needs no date.</param>
/// <param name="Subscription">The customer's, when it is one on record.</param>
internal sealed record RefundAnswer(RefundRule Rule, Instant? Start, Subscription? Subscription)
{
    /// <summary>The day the customer said; null when it is on record.</summary>
    public LocalDate? SaidDay { get; init; }
    public bool IsTimeSaid { get; init; }
    public bool IsUpgrade { get; init; }

    /// <summary>What comes back when it ends now, before tax; null when that is not known, or not for these eyes.</summary>
    public Money? GivenBack { get; init; }
}
