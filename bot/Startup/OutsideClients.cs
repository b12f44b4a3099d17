using System.Net.Http.Headers;

namespace BillingBot.Startup;

/// <summary>Registers HTTP clients for services outside.</summary>
internal static class OutsideClients
{
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(5);

    /// <summary>No redirects (an allowed host must not lead to another), no cookies, and no logging of addresses, which
    /// hold customers' ids.</summary>
    public static IHttpClientBuilder AddOutsideClient(this IServiceCollection services, string name, TimeSpan timeout) =>
        services.AddHttpClient(name, client =>
            {
                client.Timeout = timeout;
                client.MaxResponseContentBufferSize = 1024 * 1024;
                client.DefaultRequestHeaders.UserAgent.Add(new ProductInfoHeaderValue("BillingBot", Version));
            })
            .ConfigurePrimaryHttpMessageHandler(() => new SocketsHttpHandler
            {
                AllowAutoRedirect = false,
                UseCookies = false,
                // A name may get another address, also for who keeps a client.
                PooledConnectionLifetime = ConnectionLifetime,
            })
            .RemoveAllLoggers();

    private static string Version => typeof(OutsideClients).Assembly.GetName().Version?.ToString(3) ?? "0";
}
