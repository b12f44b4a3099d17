using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Cases;

namespace BillingBot.Skills.Handoff;

/// <summary>What is known of a case before it is opened; kept in the open form.</summary>
/// <param name="Reason">Why it is handed over.</param>
internal sealed record HandoffSlots(CaseReason Reason)
{
    private const string ReasonSlot = "reason", SubjectSlot = "subject", ClassSlot = "class", UrgencySlot = "urgency",
        ProductSlot = "product", EmailSlot = "email", PhoneSlot = "phone", NoEmailSlot = "noEmail", ConfirmedSlot = "confirmed";

    /// <summary>What it is about, in the customer's words; null while not said.</summary>
    public string? Subject { get; init; }

    /// <summary>Null: read from the subject.</summary>
    public Classification? Classification { get; init; }
    public Urgency? Urgency { get; init; }
    public Product? Product { get; init; }
    public string? Email { get; init; }
    public string? Phone { get; init; }

    /// <summary>The customer was asked for an address and gave none.</summary>
    public bool HasNoEmail { get; init; }

    /// <summary>The customer wants this handed over.</summary>
    public bool IsConfirmed { get; init; }

    public static HandoffSlots Of(IReadOnlyDictionary<string, string> slots) => new(Read<CaseReason>(slots, ReasonSlot) ?? CaseReason.AskedForPerson)
    {
        Subject = slots.GetValueOrDefault(SubjectSlot),
        Classification = Read<Classification>(slots, ClassSlot),
        Urgency = Read<Urgency>(slots, UrgencySlot),
        Product = Read<Product>(slots, ProductSlot),
        Email = slots.GetValueOrDefault(EmailSlot),
        Phone = slots.GetValueOrDefault(PhoneSlot),
        HasNoEmail = slots.ContainsKey(NoEmailSlot),
        IsConfirmed = slots.ContainsKey(ConfirmedSlot),
    };

    public Dictionary<string, string> ToDictionary() => new (string Key, string? Value)[]
    {
        (ReasonSlot, Reason.ToString()),
        (SubjectSlot, Subject),
        (ClassSlot, Classification?.ToString()),
        (UrgencySlot, Urgency?.ToString()),
        (ProductSlot, Product?.ToString()),
        (EmailSlot, Email),
        (PhoneSlot, Phone),
        (NoEmailSlot, HasNoEmail ? bool.TrueString : null),
        (ConfirmedSlot, IsConfirmed ? bool.TrueString : null),
    }.Where(slot => slot.Value is not null).ToDictionary(slot => slot.Key, slot => slot.Value!, StringComparer.Ordinal);

    private static T? Read<T>(IReadOnlyDictionary<string, string> slots, string key)
        where T : struct, Enum => slots.TryGetValue(key, out var text) && Enum.TryParse<T>(text, out var value) ? value : null;
}
