using System.Net;
using BillingBot.Channels.Activities;
using BillingBot.Protocol;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>The connector's client, a place that gives it tokens, and a conversation to send to.</summary>
internal sealed class ConnectorRoom : IAsyncDisposable
{
    public const string Conversation = "https://smba.trafficmanager.net/emea/v3/conversations/19%3Ac/activities";
    public static readonly OutgoingActivity Hello = new() { Type = "message", Text = "請求書 4111" };

    private readonly ActivityHost _host;

    private ConnectorRoom(ActivityHost host) => (_host, Login) = (host, new LoginAuthority(host.Internet));

    public ActivityHost Host => _host;
    public LoginAuthority Login { get; }
    public ConnectorClient Connector => _host.Get<ConnectorClient>();

    public static async Task<ConnectorRoom> OpenAsync() => new(await ActivityHost.StartAsync());

    public Task<SendResult> SendAsync() =>
        Connector.SendAsync(TestToken.ServiceUrl, "19:c", Hello, "delivery-7", TestContext.Current.CancellationToken);

    /// <summary>What the conversation answers to whatever is posted to it.</summary>
    public void Answers(HttpStatusCode status, string body) => _host.Internet.Json(HttpMethod.Post, Conversation, body, status);

    public ValueTask DisposeAsync() => _host.DisposeAsync();
}
