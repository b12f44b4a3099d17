using System.Globalization;
using System.Net;
using System.Text;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Knowledge.Support.Routing.Editing;
using Microsoft.Extensions.Options;
using NodaTime;

namespace BillingBot.Routing;

/// <summary>Posts a case to a support provider's webhook, signed.</summary>
internal sealed class ProviderWebhooks(
    IHttpClientFactory clients, RoutingPolicy policy, IOptions<DispatchOptions> options, IClock clock, TimeProvider time)
{
    public const string HttpClientName = "support-providers";

    public async Task<DispatchResult> PostAsync(SupportProvider provider, ProviderDispatch dispatch, CancellationToken cancellationToken)
    {
        if (!policy.Allows(provider.WebhookUrl))
        {
            return new DispatchResult.Permanent("The webhook's address is not one that cases may be posted to.");
        }

        if (WebhookSecret.Read(provider.Secret) is not { } key)
        {
            return new DispatchResult.Permanent("The provider has no secret to sign with.");
        }

        using var patience = new CancellationTokenSource(options.Value.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var client = clients.CreateClient(HttpClientName);
            using var request = Request(provider.WebhookUrl!, key, dispatch);
            using var response = await client.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return Read(response.StatusCode);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DispatchResult.Transient("The provider did not answer in time.");
        }
        catch (HttpRequestException failure)
        {
            return new DispatchResult.Transient($"The provider could not be reached ({failure.HttpRequestError}).");
        }
    }

    private HttpRequestMessage Request(string address, byte[] key, ProviderDispatch dispatch)
    {
        var (body, now) = (Encoding.UTF8.GetBytes(dispatch.Body), clock.GetCurrentInstant().ToUnixTimeSeconds());
        var request = new HttpRequestMessage(HttpMethod.Post, address) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new("application/json", "utf-8");
        request.Headers.Add(WebhookSignature.IdHeader, dispatch.MessageId);
        request.Headers.Add(WebhookSignature.TimestampHeader, now.ToString(CultureInfo.InvariantCulture));
        request.Headers.Add(WebhookSignature.SignatureHeader, WebhookSignature.Sign(key, dispatch.MessageId, now, body));
        return request;
    }

    private static DispatchResult Read(HttpStatusCode status) => (int)status switch
    {
        >= 200 and < 300 => new DispatchResult.Accepted(),
        408 or 409 or 425 or 429 or >= 500 => new DispatchResult.Transient(FormattableString.Invariant($"The provider answered {(int)status}.")),
        _ => new DispatchResult.Permanent(FormattableString.Invariant($"The provider refused with {(int)status}.")),
    };
}
