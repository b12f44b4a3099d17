using System.Collections.Concurrent;
using System.Net;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>Everything outside the bot. A request nobody registered fails the test: at once, and again on Dispose in
/// case the code under test swallowed the exception.</summary>
internal sealed class FakeInternet : HttpMessageHandler
{
    private readonly ConcurrentDictionary<string, Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>>> _answers =
        new(StringComparer.Ordinal);

    private readonly ConcurrentQueue<string> _unregistered = new();

    public ConcurrentQueue<SeenRequest> Seen { get; } = new();

    public FakeInternet Json(HttpMethod method, string url, string body, HttpStatusCode status = HttpStatusCode.OK) =>
        On(method, url, _ => new HttpResponseMessage(status) { Content = new StringContent(body, null, "application/json") });

    public FakeInternet On(HttpMethod method, string url, Func<SeenRequest, HttpResponseMessage> answer) =>
        OnAsync(method, url, (request, _) => Task.FromResult(answer(request)));

    public FakeInternet OnAsync(
        HttpMethod method, string url, Func<SeenRequest, CancellationToken, Task<HttpResponseMessage>> answer)
    {
        _answers[$"{method} {url}"] = answer;
        return this;
    }

    public int Count(string url) => Seen.Count(request => request.Url == url);

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var seen = new SeenRequest(
            request.Method,
            request.RequestUri!.AbsoluteUri,
            request.Headers.Concat(request.Content?.Headers.AsEnumerable() ?? [])
                .ToDictionary(header => header.Key, header => string.Join(' ', header.Value), StringComparer.OrdinalIgnoreCase),
            request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken));
        Seen.Enqueue(seen);
        var key = $"{seen.Method} {seen.Url}";
        if (_answers.TryGetValue(key, out var answer))
            return await answer(seen, cancellationToken);
        _unregistered.Enqueue(key);
        throw new InvalidOperationException($"Nobody registered {key}.");
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        Assert.True(_unregistered.IsEmpty, $"Nobody registered: {string.Join(", ", _unregistered)}");
    }
}
