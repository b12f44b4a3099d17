namespace BillingBot.Console;

/// <summary>What the console's pages may load and run: this site's files, and no script in the page itself.</summary>
internal static class ConsoleSecurity
{
    // Components place and size themselves with style attributes; style elements are refused all the same.
    private const string Policy =
        "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'; img-src 'self' data:; media-src 'self'; "
        + "style-src 'self'; style-src-attr 'unsafe-inline'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    public static bool Concerns(HttpContext context) => context.Request.Path.StartsWithSegments(ConsolePaths.Queue, StringComparison.Ordinal);

    public static Task ApplyAsync(HttpContext context, RequestDelegate next)
    {
        var headers = context.Response.Headers;
        headers.ContentSecurityPolicy = Policy;
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers.CacheControl = "no-store";
        return next(context);
    }
}
