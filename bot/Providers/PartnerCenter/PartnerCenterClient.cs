using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Options;
using Microsoft.Identity.Client;

namespace BillingBot.Providers.PartnerCenter;

/// <summary>
/// Calls the Partner Center REST API. A logical request keeps its MS-RequestId over all tries, so that Partner Center
/// carries it out once; each call has an MS-CorrelationId of its own, which the log has for Microsoft's support. Never
/// throws for what the network, Entra ID or Partner Center does.
/// </summary>
internal sealed class PartnerCenterClient(
    IHttpClientFactory http,
    PartnerCenterTokens tokens,
    IOptions<PartnerCenterOptions> options,
    TimeProvider clock,
    ILogger<PartnerCenterClient> logger)
{
    public const string HttpClientName = "partner-center";

    public static readonly TimeSpan CallTimeout = TimeSpan.FromSeconds(30);

    /// <param name="path">Below the base address, for example <c>v1/customers/...</c>.</param>
    public Task<PartnerCenterReply> GetAsync(string path, CancellationToken cancellationToken) =>
        CallAsync(new Call(HttpMethod.Get, path, Guid.NewGuid(), null, null), cancellationToken);

    /// <param name="path">Below the base address.</param>
    /// <param name="body">The whole resource as it was read, with the change.</param>
    /// <param name="etag">The version the change was made to.</param>
    public Task<PartnerCenterReply> PatchAsync(string path, JsonObject body, string etag, CancellationToken cancellationToken) =>
        CallAsync(new Call(HttpMethod.Patch, path, Guid.NewGuid(), JsonSerializer.SerializeToUtf8Bytes<JsonNode>(body), etag), cancellationToken);

    private async Task<PartnerCenterReply> CallAsync(Call call, CancellationToken cancellationToken)
    {
        for (var attempts = 1; ; attempts++)
        {
            var reply = await TryAsync(call, cancellationToken);
            if (reply is not PartnerCenterReply.Unavailable { RetryAfter: var asked } || Backoff.Next(attempts, asked) is not { } wait)
                return reply;
            await Task.Delay(wait, clock, cancellationToken);
        }
    }

    private async Task<PartnerCenterReply> TryAsync(Call call, CancellationToken cancellationToken)
    {
        try
        {
            var token = await tokens.GetAsync(null, cancellationToken);
            var reply = await SendAsync(call, token, cancellationToken);
            return reply is PartnerCenterReply.Refused { Status: StatusCodes.Status401Unauthorized }
                ? await SendAsync(call, await tokens.GetAsync(refused: token, cancellationToken), cancellationToken)
                : reply;
        }
        catch (MsalException e)
        {
            logger.LogError("No token for Partner Center: {ErrorCode}.", e.ErrorCode);
            return SignInFailure.Read(e, clock);
        }
        // MSAL passes on what it could not read of the sign-in's answer.
        catch (Exception e) when (e is HttpRequestException or IOException or JsonException)
        {
            return NoAnswer(call, (e as HttpRequestException)?.HttpRequestError.ToString() ?? e.GetType().Name);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return NoAnswer(call, "timeout");
        }
    }

    private async Task<PartnerCenterReply> SendAsync(Call call, string token, CancellationToken cancellationToken)
    {
        var correlationId = Guid.NewGuid();
        using var request = Request(call, token, correlationId);
        using var timeout = new CancellationTokenSource(CallTimeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var client = http.CreateClient(HttpClientName);
        using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        logger.LogInformation(
            "Partner Center answered {Status} to {Method}, request {RequestId}, correlation {CorrelationId}.",
            (int)response.StatusCode, call.Method.Method, call.RequestId, correlationId);
        return await PartnerCenterAnswer.ReadAsync(response, correlationId, clock, either.Token);
    }

    private HttpRequestMessage Request(Call call, string token, Guid correlationId)
    {
        var request = new HttpRequestMessage(call.Method, new Uri(PartnerCenterEndpoints.Of(options.Value).Api, call.Path));
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue("application/json"));
        request.Headers.Add("MS-Contract-Version", "v1");
        request.Headers.Add("MS-RequestId", call.RequestId.ToString());
        request.Headers.Add("MS-CorrelationId", correlationId.ToString());
        request.Headers.Add("MS-PartnerCenter-Application", "BillingBot");
        request.Headers.Add("X-Locale", "en-US");
        // Partner Center's etags have no quotes, which the typed header would demand.
        if (call.ETag is not null)
            request.Headers.TryAddWithoutValidation("If-Match", call.ETag);
        if (call.Body is not null)
            request.Content = new ByteArrayContent(call.Body) { Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") } };
        return request;
    }

    private PartnerCenterReply.Unavailable NoAnswer(Call call, string reason)
    {
        logger.LogWarning("No answer from Partner Center or its sign-in to {Method}, request {RequestId}: {Reason}.", call.Method.Method, call.RequestId, reason);
        return new PartnerCenterReply.Unavailable(null);
    }

    private sealed record Call(HttpMethod Method, string Path, Guid RequestId, byte[]? Body, string? ETag);
}
