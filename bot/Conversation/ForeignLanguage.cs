using System.Collections.Frozen;
using System.Text;
using System.Text.RegularExpressions;

namespace BillingBot.Conversation;

/// <summary>Recognises words in a language that the bot does not speak, by its script or its commonest words.</summary>
internal static partial class ForeignLanguage
{
    /// <summary>A pasted e-mail tells its language early.</summary>
    private const int Enough = 2_000;
    private const int FewestWords = 2;

    /// <summary>Fewer of the words may be a name.</summary>
    private const double LeastShare = 0.25;

    /// <summary>Those of them that are no English words.</summary>
    private static readonly (string Code, FrozenSet<string> Words)[] Common =
    [
        ("de", Words("ich wir sie ihr ist sind und oder nicht kein keine mit für auf das wie wo warum wann kann können meine mein unsere unser haben habe wird werden bitte hallo guten danke eine einen rechnung rechnungen kündigen bezahlen")),
        ("fr", Words("je nous vous sont pas avec pour les une ma notre nos votre vos pourquoi quand où puis peux pouvez avez avons bonjour merci facture factures quel quelle cette qui que du au abonnement résilier annuler")),
        ("es", Words("nosotros usted es para los las una mi nuestra nuestro cómo como qué por cuándo dónde puedo puede tengo tenemos hola gracias factura facturas esta este pagar suscripción del cancelar")),
        ("it", Words("noi voi è gli una mio mia nostra nostro perché quando posso può abbiamo ciao grazie fattura fatture questo questa il dello della che di pagare annullare abbonamento")),
        ("pt", Words("nós você são não com para os uma minha meu nossa nosso porque quando onde posso tenho temos olá obrigado obrigada fatura faturas esta este pagar cancelar assinatura")),
        ("nl", Words("ik wij zijn niet geen met voor een mijn onze waarom wanneer waar kunnen hebben hallo bedankt factuur facturen deze betalen opzeggen abonnement")),
    ];

    private static readonly FrozenSet<string> English = Words(
        "i we you is are was and or not no with for of on the a an my our your how why when where what which who can could do does did have has please hello hi thanks thank this that to in it if be will would there");

    /// <returns>A code such as <c>de</c>, <c>zh</c>; null for a language the bot speaks, and where the words do not tell.</returns>
    public static string? Of(string text)
    {
        var start = text.Length > Enough ? text[..Enough] : text;
        return !Ascii.IsValid(start) && Kana().IsMatch(start) ? null
            : OtherScript(start) ?? OfWords(start);
    }

    private static string? OtherScript(string text) =>
        Ascii.IsValid(text) ? null
        : Hangul().Count(text) > 1 ? "ko"
        : Chinese().IsMatch(text) ? "zh"
        : Cyrillic().Count(text) > 2 ? "ru"
        : Arabic().Count(text) > 2 ? "ar"
        : Thai().Count(text) > 2 ? "th"
        : null;

    private static string? OfWords(string text)
    {
        var words = WordPattern().Matches(text.ToLowerInvariant()).Select(match => match.Value).ToHashSet(StringComparer.Ordinal);
        var (code, count) = Common.Select(language => (language.Code, Count: words.Count(language.Words.Contains))).MaxBy(language => language.Count);
        return count >= FewestWords && count > words.Count(English.Contains) && count >= LeastShare * words.Count ? code : null;
    }

    private static FrozenSet<string> Words(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    [GeneratedRegex(@"[\u3041-\u30FF\uFF66-\uFF9D]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Kana();

    /// <summary>Characters that Japanese does not write: simplified ones, and words such as "you" and "what".</summary>
    [GeneratedRegex("[们吗么这请问为发账单订阅你您怎嗎麼們哪费续业务买卖开说谢对时间]", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Chinese();

    [GeneratedRegex(@"\p{IsHangulSyllables}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Hangul();

    [GeneratedRegex(@"\p{IsCyrillic}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Cyrillic();

    [GeneratedRegex(@"\p{IsArabic}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Arabic();

    [GeneratedRegex(@"\p{IsThai}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Thai();

    [GeneratedRegex(@"\p{L}+", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex WordPattern();
}
