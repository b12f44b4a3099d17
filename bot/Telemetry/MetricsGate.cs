using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Options;

namespace BillingBot.Telemetry;

/// <summary>Lets only whoever holds the token read the figures.</summary>
internal sealed class MetricsGate(IOptions<TelemetryOptions> options)
{
    private const string Bearer = "Bearer ";

    public async Task CheckAsync(HttpContext context, RequestDelegate next)
    {
        if (!IsIn(context.Request.Headers.Authorization.ToString()))
        {
            context.Response.StatusCode = StatusCodes.Status401Unauthorized;
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return;
        }

        await next(context);
    }

    private bool IsIn(string credential) => options.Value.MetricsToken is { } token
        && credential.StartsWith(Bearer, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(credential[Bearer.Length..]), Encoding.UTF8.GetBytes(token));
}
