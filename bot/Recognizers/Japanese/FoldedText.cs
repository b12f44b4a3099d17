using NodaTime;

namespace BillingBot.Recognizers.Japanese;

/// <summary>
/// The query with full-width digits, letters and signs made ASCII, character by character,
/// so that an index into <see cref="Text"/> is an index into the query.
/// </summary>
/// <param name="Reference">The customer's local now.</param>
internal sealed record FoldedText(string Text, LocalDateTime Reference)
{
    public LocalDate Today => Reference.Date;

    public static FoldedText Of(string query, LocalDateTime reference) => new(Fold(query), reference);

    public static string Fold(string query) => string.Create(query.Length, query, static (folded, source) =>
    {
        for (var i = 0; i < folded.Length; i++)
            folded[i] = Fold(source[i]);
    });

    private static char Fold(char character) => character switch
    {
        >= '！' and <= '～' => (char)(character - '！' + '!'),
        '　' => ' ',
        '￥' => '¥',
        '〇' or '○' or '零' => '〇',
        '〜' or '∼' => '~',
        '–' or '—' or '―' or '−' => '-',
        _ => character,
    };
}
