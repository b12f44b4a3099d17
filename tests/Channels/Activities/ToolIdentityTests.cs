using System.Net;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>Who may say that a sender is somebody of a directory.</summary>
public sealed class ToolIdentityTests
{
    private const string ObjectId = "5d3e9b1a-2f0c-4e86-b9a1-7c8d6e5f4005";

    private const string ToolMetadata = "https://login.microsoftonline.com/common/v2.0/.well-known/openid-configuration";
    private const string ChannelMetadata = "https://login.botframework.com/v1/.well-known/openidconfiguration";

    public static TheoryData<bool> EmulatorTokens => [false, true];

    [Theory]
    [MemberData(nameof(EmulatorTokens))]
    public async Task In_production_an_emulator_token_names_nobody_whatever_the_activity_claims(bool version2)
    {
        await using var host = await StartAsync("Production");
        using var answer = await host.PostAsync(version2 ? TestToken.EmulatorV2 : TestToken.EmulatorV1, Claiming());
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        var from = Assert.Single(host.Taken).From!;
        Assert.Equal(("29:customer", null), (from.Id, from.AadObjectId));
    }

    [Fact]
    public async Task The_channel_itself_does()
    {
        await using var host = await StartAsync("Production");
        using var answer = await host.PostAsync(TestToken.Channel, Claiming());
        Assert.Equal(ObjectId, Assert.Single(host.Taken).From!.AadObjectId);
    }

    [Fact]
    public async Task On_a_developer_s_machine_the_playground_does_too()
    {
        await using var host = await StartAsync("Development");
        using var answer = await host.PostAsync(TestToken.EmulatorV1, Claiming());
        Assert.Equal(ObjectId, Assert.Single(host.Taken).From!.AadObjectId);
    }

    private static async Task<ActivityHost> StartAsync(string environment)
    {
        var host = await ActivityHost.StartAsync(environment: environment);
        _ = new TestAuthority(host.Internet, ToolMetadata, TestKey.First.Published(issuer: "https://login.microsoftonline.com/{tenantid}/v2.0"));
        _ = new TestAuthority(host.Internet, ChannelMetadata, TestKey.First.Published(["msteams"]));
        return host;
    }

    private static JsonObject Claiming()
    {
        var activity = ActivityPosts.Message();
        activity["from"] = new JsonObject { ["id"] = "29:customer", ["aadObjectId"] = ObjectId };
        activity["conversation"] = new JsonObject { ["id"] = "c-1", ["tenantId"] = "c2b0a3de-6c1b-4a6f-8f77-2f6b0f6c1d03" };
        activity["channelData"] = new JsonObject { ["tenant"] = new JsonObject { ["id"] = "c2b0a3de-6c1b-4a6f-8f77-2f6b0f6c1d03" } };
        return activity;
    }
}
