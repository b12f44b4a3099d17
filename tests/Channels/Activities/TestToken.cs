using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>A token as an authority would write it; each test spoils one thing.</summary>
internal sealed record TestToken
{
    public const string AppId = "11111111-2222-4333-8444-555555555555";
    public const string ServiceUrl = "https://smba.trafficmanager.net/emea/";
    public const string ToolTenant = "d6d49420-f39b-4df7-a1dc-d59a935871db";

    public string? Issuer { get; init; } = "https://api.botframework.com";
    public string Audience { get; init; } = AppId;
    public SecurityKey? Key { get; init; } = TestKey.First.Private();
    public string Algorithm { get; init; } = SecurityAlgorithms.RsaSha256;
    public TimeSpan? StartsIn { get; init; } = TimeSpan.FromMinutes(-1);
    public TimeSpan? EndsIn { get; init; } = TimeSpan.FromHours(1);
    public IReadOnlyDictionary<string, object> Claims { get; init; } = Bag();
    public IReadOnlyDictionary<string, object> Headers { get; init; } = Bag();

    public static TestToken Channel { get; } = new() { Claims = Bag(("serviceurl", ServiceUrl)) };

    public static TestToken EmulatorV1 { get; } = new()
    {
        Issuer = $"https://sts.windows.net/{ToolTenant}/",
        Claims = Bag(("ver", "1.0"), ("appid", AppId), ("tid", ToolTenant)),
    };

    public static TestToken EmulatorV2 { get; } = new()
    {
        Issuer = $"https://login.microsoftonline.com/{ToolTenant}/v2.0",
        Claims = Bag(("ver", "2.0"), ("azp", AppId), ("tid", ToolTenant)),
    };

    public static Dictionary<string, object> Bag(params IEnumerable<(string Name, object Value)> entries) =>
        entries.ToDictionary(entry => entry.Name, entry => entry.Value, StringComparer.Ordinal);

    public TestToken With(string claim, object? value)
    {
        var claims = Bag([.. Claims.Select(entry => (entry.Key, entry.Value))]);
        if (value is null)
            claims.Remove(claim);
        else
            claims[claim] = value;
        return this with { Claims = claims };
    }

    public string Write(TimeProvider clock)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return new JsonWebTokenHandler { SetDefaultTimesOnTokenCreation = false }.CreateToken(new SecurityTokenDescriptor
        {
            Issuer = Issuer,
            Audience = Audience,
            NotBefore = now + StartsIn,
            Expires = now + EndsIn,
            Claims = Claims.ToDictionary(StringComparer.Ordinal),
            AdditionalHeaderClaims = Headers.ToDictionary(StringComparer.Ordinal),
            SigningCredentials = Key is null ? null : new SigningCredentials(Key, Algorithm),
        });
    }
}
