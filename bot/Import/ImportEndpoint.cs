using System.Globalization;
using BillingBot.Knowledge.Billing.Import;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;

namespace BillingBot.Import;

/// <summary><c>POST /api/import/{kind}</c>: a CSV file from the partner's accounting system, answered by the report.</summary>
internal sealed class ImportEndpoint(Importer importer, ImportKey key, IOptions<ImportOptions> options)
{
    private const string Csv = "text/csv";

    public async Task<IResult> PostAsync(HttpContext context, string kind, bool dryRun, bool partial)
    {
        var request = context.Request;
        if (!key.IsSet)
        {
            return Refuse(StatusCodes.Status404NotFound, "There is nothing here.");
        }

        if (!key.IsHeldBy(request))
        {
            context.Response.Headers.WWWAuthenticate = "Bearer";
            return Refuse(StatusCodes.Status401Unauthorized, "Send the key of Import:ApiKey as a bearer token.");
        }

        if (!ImportKinds.TryParse(kind, out var wanted))
        {
            return Refuse(StatusCodes.Status404NotFound, $"There is nothing to import as that. Use one of: {string.Join(", ", ImportKinds.Names)}.");
        }

        if (EncodingOf(request) is not { } encoding)
        {
            return Refuse(StatusCodes.Status415UnsupportedMediaType, "Send text/csv; charset may be utf-8 or shift_jis.");
        }

        await using var file = new MemoryStream();
        if (!await ReadAsync(request, file, context.RequestAborted))
        {
            return Refuse(
                StatusCodes.Status413PayloadTooLarge,
                string.Create(CultureInfo.InvariantCulture, $"A file may have {options.Value.MaximumBytes:N0} bytes. Split it, or use the folder or the command line."));
        }

        var settings = new ImportSettings("request", "api")
        {
            DryRun = dryRun,
            Partial = partial,
            Encoding = encoding,
            MaximumRows = options.Value.MaximumRows,
        };
        var report = await importer.ImportAsync(wanted, file, settings, progress: null, context.RequestAborted);
        return report.Committed || report.IsClean
            ? TypedResults.Json(report, ImportJson.Default.ImportReport)
            : TypedResults.Problem(
                statusCode: StatusCodes.Status422UnprocessableEntity,
                detail: "Nothing was imported. Mend what the report lists and send the file again.",
                extensions: [KeyValuePair.Create<string, object?>("report", report)]);
    }

    /// <returns>Null when it is something else.</returns>
    private static ImportEncoding? EncodingOf(HttpRequest request)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals(Csv, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        return HeaderUtilities.RemoveQuotes(type.Charset).Value?.ToLowerInvariant() switch
        {
            null => ImportEncoding.Auto,
            "utf-8" or "utf8" => ImportEncoding.Utf8,
            "shift_jis" or "shift-jis" or "sjis" or "windows-31j" or "cp932" => ImportEncoding.ShiftJis,
            _ => null,
        };
    }

    /// <returns>False when it is too large.</returns>
    private async Task<bool> ReadAsync(HttpRequest request, MemoryStream file, CancellationToken cancellationToken)
    {
        var maximum = options.Value.MaximumBytes;
        if (request.ContentLength > maximum)
        {
            return false;
        }

        // Counted here, so that the answer names the limit that was set.
        if (request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } server)
        {
            server.MaxRequestBodySize = null;
        }

        var buffer = new byte[64 * 1024];
        for (int read; (read = await request.Body.ReadAsync(buffer, cancellationToken)) > 0;)
        {
            if (file.Length + read > maximum)
            {
                return false;
            }

            file.Write(buffer, 0, read);
        }

        return true;
    }

    private static IResult Refuse(int status, string why) => TypedResults.Problem(detail: why, statusCode: status);
}
