using BillingBot.Knowledge.Staff;

namespace BillingBot.Console.Identity;

/// <summary>Who may open a page: <c>@attribute [Authorize(Policy = StaffPolicy.Lead)]</c>. The services behind a page check again.</summary>
internal static class StaffPolicy
{
    /// <summary>Signed in, role or no role: may sign out.</summary>
    public const string SignedIn = "SignedIn";

    /// <summary>Any role at all.</summary>
    public const string Staff = "Staff";
    public const string Agent = nameof(StaffRole.Agent);
    public const string Lead = nameof(StaffRole.Lead);
    public const string KnowledgeEditor = nameof(StaffRole.KnowledgeEditor);

    public static IServiceCollection AddStaffPolicies(this IServiceCollection services)
    {
        var policies = services.AddAuthorizationBuilder()
            .AddPolicy(SignedIn, policy => policy.AddAuthenticationSchemes(StaffIdentity.Cookie).RequireAuthenticatedUser())
            .AddPolicy(Staff, policy => policy.AddAuthenticationSchemes(StaffIdentity.Cookie)
                .RequireAssertion(context => context.User.AsStaff() is { Roles.Count: > 0 }));
        foreach (var role in Enum.GetValues<StaffRole>())
        {
            policies.AddPolicy(role.ToString(), policy => policy.AddAuthenticationSchemes(StaffIdentity.Cookie)
                .RequireAssertion(context => context.User.AsStaff()?.Is(role) == true));
        }

        return services;
    }
}
