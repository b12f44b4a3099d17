using System.Text;

namespace BillingBot.Knowledge.Billing.Import;

/// <summary>Finds out how a file's letters are stored, and that every byte of it is a letter.</summary>
internal static class CsvEncoding
{
    private const int ChunkBytes = 64 * 1024;
    private const int ShiftJisCodePage = 932;
    private static readonly Encoding Utf8 = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);
    private static readonly Encoding ShiftJis = GetShiftJis();

    /// <returns>An encoding that reads the whole file; the file is at its start again.</returns>
    /// <exception cref="UnreadableFileException">There is none.</exception>
    public static async Task<Encoding> FindAsync(Stream file, ImportEncoding wanted, CancellationToken cancellationToken)
    {
        var mark = await ByteOrderMarkAsync(file, cancellationToken);
        foreach (var encoding in Candidates(mark, wanted))
        {
            if (await FirstBadLineAsync(file, encoding, cancellationToken) is not { } line)
            {
                file.Position = 0;
                return encoding;
            }

            if (mark is not null || wanted != ImportEncoding.Auto)
            {
                throw new UnreadableFileException(
                    line, $"This is not {encoding.WebName} text.", "Save the file as CSV UTF-8, or name its encoding (utf-8, shift_jis).");
            }
        }

        throw new UnreadableFileException(0, "It is neither UTF-8 nor Shift_JIS text.", "Save it as a CSV file, not as a workbook; best as CSV UTF-8.");
    }

    private static Encoding[] Candidates(Encoding? mark, ImportEncoding wanted) => (mark, wanted) switch
    {
        ({ } marked, _) => [marked],
        (_, ImportEncoding.Utf8) => [Utf8],
        (_, ImportEncoding.ShiftJis) => [ShiftJis],
        _ => [Utf8, ShiftJis],
    };

    private static async Task<Encoding?> ByteOrderMarkAsync(Stream file, CancellationToken cancellationToken)
    {
        var start = new byte[3];
        file.Position = 0;
        var length = await file.ReadAtLeastAsync(start, start.Length, throwOnEndOfStream: false, cancellationToken);
        return start[..length] switch
        {
            [0xEF, 0xBB, 0xBF] => Utf8,
            [0xFF, 0xFE, ..] => new UnicodeEncoding(bigEndian: false, byteOrderMark: true, throwOnInvalidBytes: true),
            [0xFE, 0xFF, ..] => new UnicodeEncoding(bigEndian: true, byteOrderMark: true, throwOnInvalidBytes: true),
            _ => null,
        };
    }

    /// <returns>Null when there is none.</returns>
    private static async Task<int?> FirstBadLineAsync(Stream file, Encoding encoding, CancellationToken cancellationToken)
    {
        var decoder = encoding.GetDecoder();
        var bytes = new byte[ChunkBytes];
        var letters = new char[encoding.GetMaxCharCount(ChunkBytes)];
        var line = 1;
        file.Position = 0;
        try
        {
            for (int read; (read = await file.ReadAsync(bytes, cancellationToken)) > 0;)
            {
                var text = letters.AsMemory(0, decoder.GetChars(bytes, 0, read, letters, 0, flush: false));
                if (text.Span.Contains('\0'))
                {
                    return line + text.Span[..text.Span.IndexOf('\0')].Count('\n');
                }

                line += text.Span.Count('\n');
            }

            decoder.GetChars([], 0, 0, letters, 0, flush: true);
            return null;
        }
        catch (DecoderFallbackException)
        {
            return line;
        }
    }

    private static Encoding GetShiftJis()
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return Encoding.GetEncoding(ShiftJisCodePage, EncoderFallback.ExceptionFallback, DecoderFallback.ExceptionFallback);
    }
}
