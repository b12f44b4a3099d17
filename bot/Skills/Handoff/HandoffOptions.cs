using System.ComponentModel.DataAnnotations;

namespace BillingBot.Skills.Handoff;

/// <summary>Section <c>Handoff</c>: when and how the bot hands over to staff.</summary>
internal sealed class HandoffOptions
{
    public const string Section = "Handoff";

    /// <summary>False: whoever asks for a person gets the published contact.</summary>
    public bool Enabled { get; set; } = true;

    /// <summary>Whether the welcome offers the bot or a person first.</summary>
    [EnumDataType(typeof(HandoffStart))]
    public HandoffStart Start { get; set; } = HandoffStart.BotFirst;

    /// <summary>What happens while the support of the customer's plan is closed. A suspected fraud is taken at any hour.</summary>
    [EnumDataType(typeof(OutOfHours))]
    public OutOfHours OutOfHours { get; set; } = OutOfHours.TakeCase;

    /// <summary>After how many turns in a row without a sure answer the bot offers to hand over.</summary>
    [Range(1, 10)]
    public int AfterUnsure { get; set; } = 2;
}
