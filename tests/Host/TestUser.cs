namespace BillingBot.Tests.Host;

/// <summary>Who writes. Tenant and object id are what Teams proves.</summary>
internal sealed record TestUser(string Id, string Name, string? TenantId = null, string? ObjectId = null)
{
    public static readonly TestUser Guest = new("29:guest", "Guest");

    /// <summary>contoso-alex: the default user of Agents Playground.</summary>
    public static readonly TestUser Alex = new(
        "user-id-0", "Alex Wilber", "00000000-0000-0000-0000-0000000000001", "00000000-0000-0000-0000-0000000000020");

    /// <summary>contoso-sam, Playground's second user: may not see amounts.</summary>
    public static readonly TestUser Sam = new(
        "user-id-1", "Sam Carter", "00000000-0000-0000-0000-0000000000001", "00000000-0000-0000-0000-0000000000021");

    public static readonly TestUser Mika = new(
        "29:mika", "田中 美香", "6f1a2c1e-0d0f-4c41-9a55-4f5a5a3f7a02", "a8c7b1f0-53f4-4b0e-9d5b-64f1e2a7c004");

    public static readonly TestUser Kim = new(
        "29:kim", "Kim Akers", "c2b0a3de-6c1b-4a6f-8f77-2f6b0f6c1d03", "5d3e9b1a-2f0c-4e86-b9a1-7c8d6e5f4005");
}
