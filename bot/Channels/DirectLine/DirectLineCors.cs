using Microsoft.AspNetCore.Cors.Infrastructure;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BillingBot.Channels.DirectLine;

/// <summary>
/// Lets pages of other sites call, if they are trusted. Nothing rides on cookies here, so this guards no conversation:
/// it keeps strange sites from using the bot through their visitors' browsers.
/// </summary>
internal sealed class DirectLineCors(ICorsService cors, IOptions<DirectLineOptions> options)
{
    private readonly CorsPolicy _policy = PolicyOf(options.Value);

    /// <summary>Adds the headers that the calling page's browser asks for, to a preflight as to any other call.</summary>
    public void Apply(HttpContext context)
    {
        if (context.Request.Headers.ContainsKey(HeaderNames.Origin))
        {
            cors.ApplyResult(cors.EvaluatePolicy(context, _policy), context.Response);
        }
    }

    private static CorsPolicy PolicyOf(DirectLineOptions options)
    {
        var policy = new CorsPolicyBuilder()
            .WithMethods(HttpMethods.Get, HttpMethods.Post)
            .WithHeaders(
                HeaderNames.Accept, HeaderNames.Authorization, HeaderNames.ContentType, HeaderNames.XRequestedWith, "x-ms-bot-agent")
            .WithExposedHeaders(HeaderNames.RetryAfter)
            .SetPreflightMaxAge(TimeSpan.FromMinutes(10));
        return (options.TrustedOrigins.Contains(OriginsAttribute.Any)
            ? policy.AllowAnyOrigin()
            : policy.WithOrigins([.. options.TrustedOrigins])).Build();
    }
}
