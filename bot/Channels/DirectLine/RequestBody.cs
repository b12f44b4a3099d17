using System.Buffers;
using System.Text;

namespace BillingBot.Channels.DirectLine;

/// <summary>Reads a body no further than it may go.</summary>
internal static class RequestBody
{
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <param name="request">Its body is read once.</param>
    /// <param name="maximum">In UTF-16 code units.</param>
    /// <param name="cancellationToken">The request's.</param>
    /// <returns>The text; null when it is longer than <paramref name="maximum"/>.</returns>
    /// <exception cref="DecoderFallbackException">It is not UTF-8.</exception>
    public static async Task<string?> ReadAsync(HttpRequest request, int maximum, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Body, Strict, detectEncodingFromByteOrderMarks: false, leaveOpen: true);
        var text = new StringBuilder();
        var buffer = ArrayPool<char>.Shared.Rent(4096);
        try
        {
            int read;
            while ((read = await reader.ReadAsync(buffer, cancellationToken)) > 0)
            {
                if (text.Append(buffer, 0, read).Length > maximum)
                {
                    return null;
                }
            }
        }
        finally
        {
            ArrayPool<char>.Shared.Return(buffer);
        }

        return text.ToString();
    }
}
