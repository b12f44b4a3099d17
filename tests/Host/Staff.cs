using BillingBot.Knowledge.Staff;

namespace BillingBot.Tests.Host;

/// <summary>Members of the partner's staff.</summary>
internal static class Staff
{
    public static readonly StaffUser Agent = Of("aiko", "Aiko", StaffRole.Agent);
    public static readonly StaffUser Lead = Of("leo", "Leo", StaffRole.Lead);
    public static readonly StaffUser Editor = Of("eve", "Eve", StaffRole.KnowledgeEditor);
    public static readonly StaffUser OtherEditor = Of("otto", "Otto", StaffRole.KnowledgeEditor);
    public static readonly StaffUser Nobody = Of("nobody", "Nobody");

    /// <summary>Anybody else, with no address.</summary>
    public static StaffUser Of(string id, string name, params StaffRole[] roles) => new(id, name, roles.ToHashSet());
}
