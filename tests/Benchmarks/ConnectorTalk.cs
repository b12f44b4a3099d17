using System.Globalization;
using System.Net.Http.Headers;
using System.Text.Json;

namespace BillingBot.Benchmarks;

/// <summary>Through <c>/api/messages</c>; the reply comes back to a connector.</summary>
internal class ConnectorTalk(Mode mode, IReadOnlyList<Uri> servers, Connector connector) : Talk(servers)
{
    private static readonly MediaTypeHeaderValue Json = new("application/json");

    protected Mode Mode { get; } = mode;

    protected Connector Connector { get; } = connector;

    public override async Task TurnAsync(string conversation, int number, CancellationToken stop)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{conversation}-{number}");
        var reply = Connector.ReplyToAsync(id);
        try
        {
            await SayAsync(conversation, id, Mode.Texts[number % Mode.Texts.Count], stop);
            await reply.WaitAsync(Patience, stop);
        }
        finally
        {
            Connector.Forget(id);
        }
    }

    protected async Task SayAsync(string conversation, string id, string text, CancellationToken stop)
    {
        using var content = new ByteArrayContent(Message(conversation, id, text));
        content.Headers.ContentType = Json;
        using var answer = await Http.PostAsync(At("/api/messages"), content, stop);
        answer.EnsureSuccessStatusCode();
    }

    private byte[] Message(string conversation, string id, string text) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        type = "message",
        id,
        channelId = Mode.Channel,
        serviceUrl = Connector.ServiceUrl,
        from = new { id = "user-id-0", name = "Alex Wilber", aadObjectId = "00000000-0000-0000-0000-0000000000020" },
        recipient = new { id = "28:bot", name = "BillingBot" },
        conversation = new { id = conversation, tenantId = "00000000-0000-0000-0000-0000000000001", conversationType = "personal" },
        text,
    });
}
