namespace BillingBot.Tests.Host;

/// <summary>An outside call that no test registered.</summary>
internal sealed class NoOutsideWorld : HttpMessageHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
        throw new InvalidOperationException($"Nobody registered an answer for {request.Method} {request.RequestUri}.");
}
