using BillingBot.Protocol;

namespace BillingBot.Channels.Activities;

/// <summary>The HTTP answer to what became of an activity.</summary>
internal static class IntakeAnswer
{
    public static IResult Of(IntakeResult result) => result switch
    {
        IntakeResult.Accepted => TypedResults.StatusCode(StatusCodes.Status202Accepted),
        IntakeResult.Ignored => TypedResults.Ok(),
        IntakeResult.Replies replies =>
            TypedResults.Json(new ExpectedReplies(replies.Activities), ProtocolJson.Default.ExpectedReplies),
        IntakeResult.Invoked { Body: null } invoked => TypedResults.StatusCode(invoked.Status),
        IntakeResult.Invoked invoked =>
            TypedResults.Json(invoked.Body, ProtocolJson.Default.JsonObject, statusCode: invoked.Status),
        _ => throw new InvalidOperationException($"No HTTP answer for {result.GetType().Name}."),
    };
}
