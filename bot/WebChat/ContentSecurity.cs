namespace BillingBot.WebChat;

/// <summary>What the page may load and run: its own files, and the partner's logo.</summary>
internal static class ContentSecurity
{
    /// <summary>Of an empty style element: a part of Web Chat adds one without the nonce and fills it through the DOM.</summary>
    private const string EmptyStyle = "'sha256-47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU='";

    /// <param name="response">Gets the headers.</param>
    /// <param name="nonce">Web Chat writes its styles into the page; the nonce marks them as ours.</param>
    /// <param name="logoUrl">A path on this site, an https address, or null.</param>
    public static void Apply(HttpResponse response, string nonce, string? logoUrl)
    {
        var logo = Uri.TryCreate(logoUrl, UriKind.Absolute, out var uri) && uri.Scheme == Uri.UriSchemeHttps
            ? " " + uri.GetLeftPart(UriPartial.Authority)
            : "";
        response.Headers.ContentSecurityPolicy =
            "default-src 'none'; script-src 'self'; connect-src 'self'; font-src 'self'; "
            + $"style-src 'self' 'nonce-{nonce}' {EmptyStyle}; img-src 'self' data: blob:{logo}; "
            + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.CacheControl = "no-cache";
        response.Headers.Vary = "Accept-Language";
    }
}
