using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Threading.Channels;

namespace BillingBot.Tests.Host;

/// <summary>The Bot Connector as a channel offers it: keeps what the bot sent and answers as it is told.</summary>
internal sealed class FakeChannel : HttpMessageHandler
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private readonly Channel<SentActivity> _sent = Channel.CreateUnbounded<SentActivity>();
    private int _count;

    /// <summary>Answers instead of 200 with an id; null for the usual answer.</summary>
    public Func<SentActivity, HttpResponseMessage?> Answer { get; set; } = _ => null;

    /// <summary>The next message the bot sent, in the order the channel saw them.</summary>
    public async Task<SentActivity> NextAsync()
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(Patience);
        while (true)
        {
            var sent = await _sent.Reader.ReadAsync(patience.Token);
            if (sent.Type != "typing")
            {
                return sent;
            }
        }
    }

    public IReadOnlyList<SentActivity> TakeAll()
    {
        var all = new List<SentActivity>();
        while (_sent.Reader.TryRead(out var sent))
        {
            all.Add(sent);
        }

        return all;
    }

    protected override async Task<HttpResponseMessage> SendAsync(
        HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? null : await request.Content.ReadAsStringAsync(cancellationToken);
        var sent = new SentActivity(request.Method, request.RequestUri!, body is null ? [] : JsonNode.Parse(body)!.AsObject());
        var answer = Answer(sent);
        if (answer is null or { IsSuccessStatusCode: true })
        {
            await _sent.Writer.WriteAsync(sent, cancellationToken);
        }

        return answer ?? new HttpResponseMessage(HttpStatusCode.OK)
        {
            Content = new StringContent($$"""{"id":"sent-{{Interlocked.Increment(ref _count)}}"}""", Encoding.UTF8, "application/json"),
        };
    }
}
