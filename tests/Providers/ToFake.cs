namespace BillingBot.Tests.Providers;

/// <summary>Leads every call to the fake over the loopback network; the fake sees the host that the bot meant.</summary>
internal sealed class ToFake(Uri fake) : DelegatingHandler(new SocketsHttpHandler { AllowAutoRedirect = false, UseCookies = false })
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        request.Headers.Host = request.RequestUri!.Host;
        request.RequestUri = new Uri(fake, request.RequestUri.PathAndQuery);
        return base.SendAsync(request, cancellationToken);
    }
}
