namespace BillingBot.Channels.DirectLine;

/// <summary>
/// Every way a call can fail. The JavaScript client takes 403 for an expired token, so 403 stands only for what the
/// same token can never do again.
/// </summary>
internal static class DirectLineErrors
{
    public static IResult BadArgument(string message) => Of(StatusCodes.Status400BadRequest, "BadArgument", message);

    public static IResult MalformedData(string message) => Of(StatusCodes.Status400BadRequest, "MalformedData", message);

    public static IResult Unauthorized() =>
        Of(StatusCodes.Status401Unauthorized, "Unauthorized", "Send a valid secret or token as 'Authorization: Bearer ...'.");

    public static IResult TokenExpired() => Of(StatusCodes.Status403Forbidden, "TokenExpired", "The token has expired.");

    public static IResult Forbidden(string message) => Of(StatusCodes.Status403Forbidden, "Forbidden", message);

    public static IResult NotFound(string message) => Of(StatusCodes.Status404NotFound, "NotFound", message);

    public static IResult MethodNotAllowed() =>
        Of(StatusCodes.Status405MethodNotAllowed, "MethodNotAllowed", "This resource does not take this method.");

    public static IResult TooBig(int maximum) => Of(
        StatusCodes.Status413PayloadTooLarge, "MessageSizeTooBig", $"An activity may have at most {maximum} characters.");

    public static IResult NotSupported(string message) =>
        Of(StatusCodes.Status415UnsupportedMediaType, "NotSupported", message);

    public static IResult TooManyRequests() =>
        Of(StatusCodes.Status429TooManyRequests, "TooManyRequests", "Wait as many seconds as Retry-After says.");

    public static IResult Unavailable() =>
        Of(StatusCodes.Status503ServiceUnavailable, "ServiceUnavailable", "Send it again in as many seconds as Retry-After says.");

    public static IResult ServiceError() =>
        Of(StatusCodes.Status500InternalServerError, "ServiceError", "The bot could not do this. Try again later.");

    public static IResult Of(int status, string code, string message) => TypedResults.Json(
        new ErrorResponse(new ErrorDetail(code, message)), DirectLineJson.Default.ErrorResponse, statusCode: status);
}
