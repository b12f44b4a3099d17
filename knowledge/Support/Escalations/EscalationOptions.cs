using System.ComponentModel.DataAnnotations;

namespace BillingBot.Knowledge.Support.Escalations;

/// <summary>Section <c>Escalations</c>.</summary>
public sealed class EscalationOptions
{
    public const string Section = "Escalations";

    /// <summary>Staff are reminded of a request whose state nobody has noted for that long.</summary>
    [Range(1, 720)]
    public int CheckEveryHours { get; set; } = 24;
}
