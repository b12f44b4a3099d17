using System.Net;
using System.Net.Http.Headers;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>JSON-ish content of a given size that is sent in chunks, without a Content-Length.</summary>
internal sealed class UnsizedContent : HttpContent
{
    private readonly int _bytes;

    public UnsizedContent(int bytes)
    {
        _bytes = bytes;
        Headers.ContentType = new MediaTypeHeaderValue("application/json");
    }

    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        for (var sent = 0; sent < _bytes; sent += 1024)
            await stream.WriteAsync(new byte[1024]);
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
