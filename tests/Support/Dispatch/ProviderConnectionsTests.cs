using System.Net;
using System.Net.Sockets;
using BillingBot.Knowledge.Support.Routing.Editing;
using BillingBot.Routing;

namespace BillingBot.Tests.Support.Dispatch;

/// <summary>A harmless name that stands for this very machine is no way in.</summary>
public sealed class ProviderConnectionsTests : IDisposable
{
    private readonly TcpListener _here = new(IPAddress.Loopback, 0);

    public ProviderConnectionsTests() => _here.Start();

    [Fact]
    public async Task A_name_is_refused_for_the_address_it_stands_for()
    {
        var refused = await Assert.ThrowsAsync<HttpRequestException>(() => PostAsync(new RoutingPolicy(AllowHttpOnLoopback: false)));
        Assert.Contains("stands for an address that cases are not posted to", refused.Message, StringComparison.Ordinal);
        Assert.False(_here.Pending());
    }

    [Fact]
    public async Task In_Development_it_is_connected_to()
    {
        var posting = PostAsync(new RoutingPolicy(AllowHttpOnLoopback: true));
        using var accepted = await _here.AcceptSocketAsync(TestContext.Current.CancellationToken);
        await accepted.SendAsync("HTTP/1.1 204 No Content\r\n\r\n"u8.ToArray(), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.NoContent, await posting);
    }

    public void Dispose() => _here.Dispose();

    private async Task<HttpStatusCode> PostAsync(RoutingPolicy policy)
    {
        using var client = new HttpClient(new SocketsHttpHandler { ConnectCallback = new ProviderConnections(policy).ConnectAsync });
        using var response = await client.PostAsync(
            new Uri($"http://localhost:{((IPEndPoint)_here.LocalEndpoint).Port}/cases"), null, TestContext.Current.CancellationToken);
        return response.StatusCode;
    }
}
