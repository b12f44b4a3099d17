namespace BillingBot.Tests.Channels.Activities;

internal sealed record SeenRequest(
    HttpMethod Method, string Url, IReadOnlyDictionary<string, string> Headers, string? Body);
