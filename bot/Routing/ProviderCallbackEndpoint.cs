using System.Text.Json;
using BillingBot.Cases;
using BillingBot.Knowledge.Storage;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Routing;

/// <summary>
/// <c>POST /api/providers/{id}/cases/{number}</c>: a support provider says how far it is with a case that was sent to it. Signed
/// as what it gets. Whoever signs wrongly learns nothing, not even whether there is such a provider.
/// </summary>
internal sealed class ProviderCallbackEndpoint(IDbContextFactory<BillingDb> factory, ProviderUpdates updates, CaseFeed feed, IClock clock)
{
    private const int MaximumBytes = 64 * 1024;
    private const int LongestMessageId = 200;

    public async Task<IResult> PostAsync(HttpContext context, string id, long number)
    {
        var cancellation = context.RequestAborted;
        if (await ReadAsync(context.Request, cancellation) is not { } body)
        {
            return Refuse(StatusCodes.Status413PayloadTooLarge, "Send at most 64 KiB.");
        }

        var headers = context.Request.Headers;
        string messageId = headers[WebhookSignature.IdHeader].ToString();
        if (messageId.Length is 0 or > LongestMessageId || await ProviderAsync(id, cancellation) is not { } provider
            || WebhookSecret.Read(provider.Secret) is not { } key
            || !WebhookSignature.IsGood(
                key, messageId, headers[WebhookSignature.TimestampHeader].ToString(), headers[WebhookSignature.SignatureHeader].ToString(), body, clock.GetCurrentInstant()))
        {
            return Refuse(StatusCodes.Status401Unauthorized, "Sign id, timestamp and body with the secret that you were given, at the time of sending.");
        }

        if (Parse(body) is not { CaseNumber: { } said, State: { } state } callback)
        {
            return Refuse(
                StatusCodes.Status400BadRequest,
                $"Send {{\"caseNumber\": ..., \"state\": ..., \"text\": ...}}; state is one of {string.Join(", ", Enum.GetNames<ProviderState>())}.");
        }

        if (said != number)
        {
            return Refuse(StatusCodes.Status400BadRequest, "caseNumber must be the number in the address.");
        }

        if (!await updates.RecordAsync(provider, messageId, number, state, callback.Text ?? "", cancellation))
        {
            return Refuse(StatusCodes.Status404NotFound, "No such case was sent to you.");
        }

        feed.Publish();
        return TypedResults.NoContent();
    }

    private async Task<SupportProvider?> ProviderAsync(string id, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await db.SupportProviders.SingleOrDefaultAsync(known => known.Id == id && known.Enabled, cancellationToken);
    }

    private static ProviderCallback? Parse(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize(body, CallbackJson.Default.ProviderCallback) is { State: { } state } callback && Enum.IsDefined(state) ? callback : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <returns>Null when it is too large.</returns>
    private static async Task<byte[]?> ReadAsync(HttpRequest request, CancellationToken cancellationToken)
    {
        if (request.ContentLength > MaximumBytes)
        {
            return null;
        }

        var body = new byte[MaximumBytes + 1];
        var length = await request.Body.ReadAtLeastAsync(body, body.Length, throwOnEndOfStream: false, cancellationToken);
        return length > MaximumBytes ? null : body[..length];
    }

    private static IResult Refuse(int status, string why) => TypedResults.Problem(detail: why, statusCode: status);
}
