using NodaTime;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>A payment as a file tells it.</summary>
internal sealed record PaymentRecord(
    string Reference, string CustomerId, LocalDate ReceivedOn, string Currency, long AmountMinor, IReadOnlyList<AllocationRecord> Allocations);
