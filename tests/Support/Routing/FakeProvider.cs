using System.Collections.Concurrent;
using System.Net;
using BillingBot.Routing;

namespace BillingBot.Tests.Support.Routing;

/// <summary>A support provider's webhook: keeps what it got and answers as it is told.</summary>
internal sealed class FakeProvider : HttpMessageHandler
{
    private readonly ConcurrentQueue<PostedCase> _posts = new();

    public IReadOnlyCollection<PostedCase> Posts => _posts;

    /// <summary>How it answers the next post; may throw as a network does.</summary>
    public Func<HttpStatusCode> Answer { get; set; } = () => HttpStatusCode.OK;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        string Header(string name) => request.Headers.GetValues(name).Single();
        _posts.Enqueue(new(
            request.RequestUri!, await request.Content!.ReadAsByteArrayAsync(cancellationToken),
            Header(WebhookSignature.IdHeader), Header(WebhookSignature.TimestampHeader), Header(WebhookSignature.SignatureHeader)));
        return new(Answer());
    }
}
