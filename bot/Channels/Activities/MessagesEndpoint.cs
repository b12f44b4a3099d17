using Microsoft.AspNetCore.Mvc;

namespace BillingBot.Channels.Activities;

/// <summary>POST /api/messages: where the Bot Service, the Emulator and the Agents Playground deliver activities.</summary>
internal static class MessagesEndpoint
{
    public const string Path = "/api/messages";

    public static RouteHandlerBuilder MapMessages(this IEndpointRouteBuilder endpoints) =>
        // Anonymous for ASP.NET Core's policies only: the token is bound to the body, so it is checked here.
        endpoints.MapPost(Path, HandleAsync).AllowAnonymous();

    private static async Task<IResult> HandleAsync(
        HttpContext context,
        [FromServices] InboundAuthentication authentication,
        [FromServices] AcceptActivity accept)
    {
        var since = TimeProvider.System.GetTimestamp();
        if (!authentication.HasCredential(context))
            return Unauthorized(context);
        return await ActivityReader.ReadAsync(context.Request, context.RequestAborted) switch
        {
            ActivityReading.WrongMediaType => Problem(StatusCodes.Status415UnsupportedMediaType, "Send application/json in UTF-8."),
            ActivityReading.TooLarge => Problem(StatusCodes.Status413PayloadTooLarge, "An activity may have 256 KiB."),
            ActivityReading.Malformed malformed => Problem(StatusCodes.Status400BadRequest, malformed.Problem),
            ActivityReading.Read read => await authentication.AdmitAsync(context, read.Activity) is { } admitted
                ? Answer(context, await accept(admitted, since, context.RequestAborted))
                : Unauthorized(context),
            var other => throw new InvalidOperationException($"No HTTP answer for {other.GetType().Name}."),
        };
    }

    private static IResult Answer(HttpContext context, IntakeResult result)
    {
        if (result.Answered is { } answered)
            context.Response.OnCompleted(() => answered(!context.RequestAborted.IsCancellationRequested));
        return IntakeAnswer.Of(result);
    }

    private static IResult Unauthorized(HttpContext context)
    {
        context.Response.Headers.WWWAuthenticate = "Bearer";
        return Problem(StatusCodes.Status401Unauthorized, "A valid bearer token for this bot is required.");
    }

    private static IResult Problem(int status, string detail) => TypedResults.Problem(statusCode: status, detail: detail);
}
