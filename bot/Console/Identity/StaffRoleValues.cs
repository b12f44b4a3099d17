using BillingBot.Knowledge.Staff;

namespace BillingBot.Console.Identity;

/// <summary>Section <c>Staff:Oidc:Roles</c>: which values of the role claim (app roles or group ids) give which role.</summary>
internal sealed class StaffRoleValues
{
    public string[]? Agent { get; set; }
    public string[]? Lead { get; set; }
    public string[]? KnowledgeEditor { get; set; }
    public string[]? Administrator { get; set; }

    /// <summary>Values of the claim that are not ours give nothing.</summary>
    public IReadOnlySet<StaffRole> Of(IReadOnlyCollection<string> claimed) =>
        Enum.GetValues<StaffRole>().Where(role => For(role).Any(value => claimed.Contains(value, StringComparer.Ordinal))).ToHashSet();

    /// <summary>By default the role's own name, <c>agent</c> or <c>knowledgeEditor</c>.</summary>
    private string[] For(StaffRole role) => role switch
    {
        StaffRole.Agent => Agent,
        StaffRole.Lead => Lead,
        StaffRole.KnowledgeEditor => KnowledgeEditor,
        StaffRole.Administrator => Administrator,
        _ => [],
    } ?? [char.ToLowerInvariant(role.ToString()[0]) + role.ToString()[1..]];
}
