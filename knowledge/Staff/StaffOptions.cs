namespace BillingBot.Knowledge.Staff;

/// <summary>Section <c>Staff</c>.</summary>
public sealed class StaffOptions
{
    public const string Section = "Staff";

    /// <summary>Where alerts go by e-mail beside the list of tasks; null for nowhere.</summary>
    public string? Mail { get; set; }
}
