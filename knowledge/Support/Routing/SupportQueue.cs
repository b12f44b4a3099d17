using BillingBot.Knowledge.Cases;

namespace BillingBot.Knowledge.Support.Routing;

/// <summary>A queue of the partner's, from which staff take cases.</summary>
public sealed class SupportQueue : IEdited
{
    public const string Billing = "billing";
    public const string Technical = "technical";
    public const string Security = "security";

    /// <summary>Short key, for example <c>billing</c>; cases carry it.</summary>
    public required string Id { get; init; }
    public required string NameEn { get; set; }
    public required string NameJa { get; set; }

    /// <summary>Whom a new case is mailed to; null for nobody.</summary>
    public string? NotificationMail { get; set; }

    /// <summary>Whatever no rule sends elsewhere, of that classification; at most one queue each.</summary>
    public Classification? DefaultFor { get; set; }
    public int Version { get; set; }

    public string NameIn(string language) => language == "ja" ? NameJa : NameEn;
}
