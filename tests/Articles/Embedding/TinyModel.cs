using System.Text;

namespace BillingBot.Tests.Articles.Embedding;

/// <summary>
/// A sentence encoder of one operation, in bytes as protobuf lays them: it looks up the vector of each token of <c>input_ids</c>.
/// Words that mean the same have the same vector.
/// </summary>
internal sealed class TinyModel : IDisposable
{
    private const int Float = 1, Int64 = 7, Width = 3;

    /// <summary>Vectors by token; the first five are what a BERT vocabulary must have, and mean nothing.</summary>
    private static readonly (string Token, float[] Vector)[] Tokens =
    [
        .. new[] { "[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]" }.Select(token => (token, new float[Width])),
        ("invoice", [1, 0, 0]), ("rechnung", [1, 0, 0]), ("refund", [0, 1, 0]), ("erstattung", [0, 1, 0]), ("weather", [0, 0, 1]),
    ];

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory();

    public TinyModel(string input = "input_ids")
    {
        File.WriteAllBytes(Path, Model(input));
        File.WriteAllLines(Vocabulary, Tokens.Select(entry => entry.Token));
    }

    public string Path => System.IO.Path.Combine(_folder.FullName, "model.onnx");

    public string Vocabulary => System.IO.Path.Combine(_folder.FullName, "vocab.txt");

    public void Dispose() => _folder.Delete(recursive: true);

    private static byte[] Model(string input)
    {
        byte[] node = [.. Text(1, "vectors"), .. Text(1, input), .. Text(2, "out"), .. Text(4, "Gather")];
        byte[] vectors =
        [
            .. Number(1, Tokens.Length), .. Number(1, Width), .. Number(2, Float), .. Text(8, "vectors"),
            .. Bytes(9, [.. Tokens.SelectMany(entry => entry.Vector).SelectMany(BitConverter.GetBytes)]),
        ];
        byte[] graph =
        [
            .. Bytes(1, node), .. Text(2, "tiny"), .. Bytes(5, vectors),
            .. Bytes(11, Value(input, Int64, Text(2, "texts"), Text(2, "tokens"))),
            .. Bytes(11, Value("attention_mask", Int64, Text(2, "texts"), Text(2, "tokens"))),
            .. Bytes(12, Value("out", Float, Text(2, "texts"), Text(2, "tokens"), Number(1, Width))),
        ];
        return [.. Number(1, 8), .. Bytes(7, graph), .. Bytes(8, Number(2, 13))];
    }

    /// <summary>Name, type and shape of an input or output.</summary>
    private static byte[] Value(string name, int type, params byte[][] dimensions) =>
    [
        .. Text(1, name),
        .. Bytes(2, Bytes(1, [.. Number(1, type), .. Bytes(2, [.. dimensions.SelectMany(dimension => Bytes(1, dimension))])])),
    ];

    private static byte[] Text(int field, string text) => Bytes(field, Encoding.UTF8.GetBytes(text));

    private static byte[] Bytes(int field, byte[] bytes) => [.. Variable((field << 3) | 2), .. Variable(bytes.Length), .. bytes];

    private static byte[] Number(int field, int number) => [.. Variable(field << 3), .. Variable(number)];

    /// <summary>Seven bits a byte, the lowest first; the eighth says that more follow.</summary>
    private static IEnumerable<byte> Variable(int number)
    {
        for (; number >= 0x80; number >>= 7)
        {
            yield return (byte)(number | 0x80);
        }

        yield return (byte)number;
    }
}
