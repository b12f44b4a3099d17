using System.Net;
using System.Net.Sockets;
using BillingBot.Knowledge.Support.Routing.Editing;

namespace BillingBot.Routing;

/// <summary>
/// Connects to support providers. A provider's name may stand for another address each time it is looked up, so what it
/// stands for is checked here, where the address that was checked is also the one that is used.
/// </summary>
internal sealed class ProviderConnections(RoutingPolicy policy)
{
    /// <exception cref="HttpRequestException">None of the addresses is one that cases may be posted to.</exception>
    public async ValueTask<Stream> ConnectAsync(SocketsHttpConnectionContext context, CancellationToken cancellationToken)
    {
        var (host, port) = (context.DnsEndPoint.Host, context.DnsEndPoint.Port);
        var addresses = await Dns.GetHostAddressesAsync(host, cancellationToken);

        // To a proxy the administrator has set, wherever it is; the proxy then looks the provider up.
        var isProxy = !string.Equals(context.InitialRequestMessage.RequestUri?.IdnHost, host, StringComparison.OrdinalIgnoreCase);
        if (!isProxy && Array.FindAll(addresses, policy.Allows) is var allowed)
        {
            addresses = allowed.Length > 0
                ? allowed
                : throw new HttpRequestException(HttpRequestError.ConnectionError, $"{host} stands for an address that cases are not posted to.");
        }

        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(addresses, port, cancellationToken);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
