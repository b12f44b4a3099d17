using System.Net.Http.Headers;
using System.Text.Json;
using BillingBot.Protocol;
using BillingBot.Telemetry;
using Microsoft.Identity.Client;
using LogLevel = Microsoft.Extensions.Logging.LogLevel;

namespace BillingBot.Channels.Activities;

/// <summary>
/// Sends to a channel through the Bot Connector's REST API. Each call is one attempt (a refused token is renewed once);
/// retrying is the outbox's business. Never throws for what the network or the connector does.
/// </summary>
internal sealed partial class ConnectorClient(
    IHttpClientFactory factory,
    ConnectorTokens tokens,
    ServiceUrlGuard serviceUrls,
    BotMetrics metrics,
    TimeProvider clock,
    ILogger<ConnectorClient> logger)
{
    public const string HttpClientName = "connector";

    /// <summary>One for all: to make one costs more than a call. Its connections are renewed now and then, see <see cref="Startup.OutsideClients"/>.</summary>
    private readonly HttpClient _http = factory.CreateClient(HttpClientName);

    private static readonly TimeSpan Timeout = TimeSpan.FromSeconds(10);

    /// <summary>Appends to the conversation. <paramref name="deliveryId"/> names the delivery in the connector's logs.</summary>
    public Task<SendResult> SendAsync(
        string serviceUrl, string conversationId, OutgoingActivity activity, string deliveryId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, () => ConnectorAddress.Activities(serviceUrl, conversationId), activity, deliveryId, cancellationToken);

    /// <summary>Answers one activity; works on every channel.</summary>
    public Task<SendResult> ReplyAsync(
        string serviceUrl, string conversationId, string replyToId, OutgoingActivity activity, string deliveryId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Post, serviceUrl, () => ConnectorAddress.Activity(serviceUrl, conversationId, replyToId), activity, deliveryId, cancellationToken);

    public Task<SendResult> UpdateAsync(
        string serviceUrl, string conversationId, string activityId, OutgoingActivity activity, string deliveryId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Put, serviceUrl, () => ConnectorAddress.Activity(serviceUrl, conversationId, activityId), activity, deliveryId, cancellationToken);

    public Task<SendResult> DeleteAsync(
        string serviceUrl, string conversationId, string activityId, string deliveryId, CancellationToken cancellationToken) =>
        CallAsync(HttpMethod.Delete, serviceUrl, () => ConnectorAddress.Activity(serviceUrl, conversationId, activityId), null, deliveryId, cancellationToken);

    private async Task<SendResult> CallAsync(
        HttpMethod method, string serviceUrl, Func<Uri?> address, OutgoingActivity? activity, string deliveryId, CancellationToken cancellationToken)
    {
        // Checked again although the inbound side did: the URL has been stored meanwhile and the list may have changed.
        if (!serviceUrls.MayBeUsed(serviceUrl))
            return new SendResult.Rejected(0, "ServiceUrlNotAllowed");
        if (address() is not { } url)
            return new SendResult.Rejected(0, "IdNotAddressable");

        try
        {
            var token = serviceUrls.MayReceiveToken(serviceUrl) ? await tokens.GetAsync(null, cancellationToken) : null;
            var result = await AttemptAsync(method, url, activity, deliveryId, token, cancellationToken);
            if (token is null || result is not SendResult.Rejected { Status: StatusCodes.Status401Unauthorized })
                return result;
            token = await tokens.GetAsync(refused: token, cancellationToken);
            return await AttemptAsync(method, url, activity, deliveryId, token, cancellationToken);
        }
        catch (MsalException e)
        {
            metrics.TokenFailed();
            LogNoToken(e.ErrorCode);
            return new SendResult.Transient($"no token: {e.ErrorCode}");
        }
        catch (HttpRequestException e)
        {
            return new SendResult.Transient($"no connection: {e.HttpRequestError}");
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new SendResult.Transient("timeout");
        }
    }

    private async Task<SendResult> AttemptAsync(
        HttpMethod method, Uri url, OutgoingActivity? activity, string deliveryId, string? token, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(method, url);
        request.Headers.Add("x-ms-client-request-id", deliveryId);
        if (token is not null)
            request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        if (activity is not null)
            request.Content = Json(activity);

        using var timeout = new CancellationTokenSource(Timeout, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timeout.Token, cancellationToken);
        using var response = await _http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
        var result = await ConnectorAnswer.ReadAsync(response, clock, either.Token);
        LogAnswer(deliveryId, method, (int)response.StatusCode, OperationId(response));
        return result;
    }

    // Bytes, not a stream: with a known length the body is not sent in chunks, which not every channel takes.
    private static ByteArrayContent Json(OutgoingActivity activity) =>
        new(JsonSerializer.SerializeToUtf8Bytes(activity, ProtocolJson.Default.OutgoingActivity))
        {
            Headers = { ContentType = new MediaTypeHeaderValue("application/json", "utf-8") },
        };

    private static string? OperationId(HttpResponseMessage response) =>
        response.Headers.TryGetValues("x-correlating-operationid", out var values) ? values.FirstOrDefault() : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Delivery {DeliveryId}: {Method} answered {Status}, operation {CorrelatingOperationId}.")]
    private partial void LogAnswer(string deliveryId, HttpMethod method, int status, string? correlatingOperationId);

    [LoggerMessage(Level = LogLevel.Error, Message = "No token for the connector: {ErrorCode}.")]
    private partial void LogNoToken(string errorCode);
}
