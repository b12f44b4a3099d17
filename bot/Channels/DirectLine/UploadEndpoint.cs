namespace BillingBot.Channels.DirectLine;

/// <summary>POST conversations/{id}/upload: the bot takes no files; clients show the message as not sent.</summary>
internal static class UploadEndpoint
{
    public static Task<IResult> RefuseAsync(HttpContext context, Caller caller) =>
        Task.FromResult(DirectLineErrors.NotSupported("This bot does not take files."));
}
