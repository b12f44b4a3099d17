using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Knowledge;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Cases;
using BillingBot.Knowledge.Support.Routing;
using BillingBot.Mail;
using BillingBot.Skills.Forms;
using BillingBot.Skills.Verify;

namespace BillingBot.Skills.Handoff;

/// <summary>Reads what customers say about a case of theirs: how urgent, which product, how to reach them.</summary>
internal sealed partial class CaseWords(SecurityReport security, SettledWords settled, Phrases<CaseWords> phrases)
{
    private const int LongestSubject = 1_000;

    /// <summary>The stronger word first; "not urgent" before "urgent".</summary>
    private static readonly Urgency[] Urgencies = [Urgency.Low, Urgency.Normal, Urgency.Critical, Urgency.High];

    public SaidWithCase Read(string text, Language language) => new(
        security.IsMade(text, language) ? Classification.Fraud : RoutingClassifier.Classify(text).Classification,
        UrgencyOf(text, language),
        ProductOf(text),
        EmailIn(text, language),
        Phone().Match(text) is { Success: true } phone ? phone.Value.Trim() : null);

    public Urgency? UrgencyOf(string text, Language language) =>
        Urgencies.Where(urgency => phrases.Says(text, language, $"Urgency_{urgency}")).Select(urgency => (Urgency?)urgency).FirstOrDefault();

    public static Product? ProductOf(string text) => QueryHints.Read(TextFolding.Fold(text)).Product;

    /// <summary>Where they want to be reached: an address within a story ("a mail from ...") may be a stranger's.</summary>
    public string? EmailIn(string text, Language language) =>
        TypedAddress.Read(text) is { } typed && MailAddresses.Read(typed) is { } mailbox
        && (phrases.Says(text, language, "ReachMe") || !IsTelling(text.Replace(typed, " ", StringComparison.Ordinal), language))
            ? mailbox.Address
            : null;

    /// <summary>"Yes", and what else was said with it; null when it is none.</summary>
    public string? AfterYes(string text, Language language) =>
        Match(text, language, "Yes") is { Success: true } yes ? text[(yes.Index + yes.Length)..].Trim(' ', ',', '.', '!', '、', '。', '！') : null;

    public bool SaysBack(string text, Language language) => phrases.Says(text, language, "Back");

    public bool SaysElse(string text, Language language) => phrases.Says(text, language, "Else");

    public bool SaysNone(string text, Language language) => phrases.Says(text, language, "None");

    public bool AsksWait(string text, Language language) => phrases.Says(text, language, "AsksWait");

    /// <summary>"I found it": nobody is needed any more.</summary>
    public bool SaysSettled(string text, Language language) => phrases.Says(settled.Marked(text, language), language, "Settled");

    /// <summary>"Why?": asks something back, and tells nothing.</summary>
    public bool IsBareQuestion(string text, Language language) => phrases.Says(text, language, "BareQuestion");

    public bool WantsCall(string text, Language language) => phrases.Says(text, language, "Call");

    /// <summary>"No, it is about ...": what was meant in place of the last.</summary>
    public string? Correction(string text, Language language) =>
        Match(text, language, "Correction") is { Success: true } match && IsTelling(text[match.Length..], language) ? text[match.Length..].Trim() : null;

    /// <summary>Whether more is said than how urgent it is, which product, and small words.</summary>
    public bool IsTelling(string text, Language language)
    {
        var rest = phrases.Pattern(language, "Stock").Replace(QueryHints.Read(TextFolding.Fold(text)).Rest, " ");
        return rest.Count(char.IsLetter) >= (language == Language.Japanese ? 2 : 4);
    }

    /// <summary>As it is kept: without control characters, and not endless; the transcript has the whole.</summary>
    public static string Subject(string text) => Cut.CleanTo(text, LongestSubject);

    private Match Match(string text, Language language, string key) => phrases.Pattern(language, key).Match(text.Replace('\u2019', '\''));

    [GeneratedRegex(@"(?<![\p{L}\d-])(?:\+\d[\d ().-]{6,18}\d|0\d{1,4}[ (-]\d{1,4}[ )-]\d{3,4}|0\d{9,10})(?![\d-])", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Phone();
}
