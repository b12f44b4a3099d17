using BillingBot.Console.Identity;

namespace BillingBot.Tests.Console;

public sealed class StaffOidcOptionsTests
{
    [Theory]
    [InlineData(null, null, null)]
    [InlineData("https://login.microsoftonline.com/72f988bf-86f1-41af-91ab-2d7cd011db47/v2.0", "id", "secret")]
    [InlineData("http://localhost:5000", "id", "secret")]
    public void Good_settings_start(string? authority, string? id, string? secret) => Assert.True(Check(authority, id, secret).Succeeded);

    [Theory]
    [InlineData(null, "id", null, "Staff:Oidc:Authority")]
    [InlineData("login.example.com", "id", "secret", "Staff:Oidc:Authority")]
    [InlineData("http://login.example.com", "id", "secret", "Staff:Oidc:Authority")]
    [InlineData("https://login.microsoftonline.com/common/v2.0", "id", "secret", "Staff:Oidc:Authority")]
    [InlineData("https://login.microsoftonline.com/Organizations", "id", "secret", "Staff:Oidc:Authority")]
    [InlineData("https://login.example.com", "", "secret", "Staff:Oidc:ClientId")]
    [InlineData("https://login.example.com", "id", null, "Staff:Oidc:ClientSecret")]
    public void A_bad_one_names_its_key(string? authority, string? id, string? secret, string key) =>
        Assert.StartsWith(key, Assert.Single(Check(authority, id, secret).Failures!), StringComparison.Ordinal);

    private static Microsoft.Extensions.Options.ValidateOptionsResult Check(string? authority, string? id, string? secret) =>
        new StaffOidcOptionsValidator().Validate(null, new() { Authority = authority, ClientId = id, ClientSecret = secret });
}
