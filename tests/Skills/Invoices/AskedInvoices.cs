using BillingBot.Conversation;
using BillingBot.Skills.Invoice;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Skills.Invoices;

/// <summary>Asks the running bot's finder as one of the demo's people.</summary>
internal static class AskedInvoices
{
    public static readonly KnownPerson Alex = new("contoso-alex", "Alex Wilber", "contoso", "Europe/London", "Standard", true, "en", "standard");
    public static readonly KnownPerson Sam = Alex with { Id = "contoso-sam", Name = "Sam Carter", IsBillingContact = false };
    public static readonly KnownPerson Mika = new("adventure-mika", "田中 美香", "adventure", "Asia/Tokyo", "Standard", true, "ja", "standard");
    public static readonly KnownPerson Kim = new("fabrikam-kim", "Kim Akers", "fabrikam", "America/New_York", "Plus", true, "en", "standard");

    public static Turn Turn(KnownPerson? person, string text, ConversationState? state = null, Language? language = null) => new()
    {
        Kind = TurnKind.Message,
        Text = text,
        Language = language ?? LanguageDetector.Detect(text) ?? Language.FromLocale(person?.Language) ?? Language.English,
        Person = person,
        State = state ?? ConversationState.Empty,
        Now = Instant.FromDateTimeOffset(BotHost.Tuesday),
    };

    public static Task<InvoiceFinding> AskAsync(this BotHost bot, Turn turn) =>
        bot.Services.GetRequiredService<InvoiceFinder>().AskAsync(turn, TestContext.Current.CancellationToken);

    /// <summary>The last four digits of the numbers that were found, newest first: "0142 0138"; "none: ..." when none was.</summary>
    public static string Found(this InvoiceFinding finding) => finding.Selection switch
    {
        InvoiceSelection.One(var account) => account.Invoice.Number[^4..],
        InvoiceSelection.Several(var accounts) => string.Join(' ', accounts.Select(account => account.Invoice.Number[^4..])),
        InvoiceSelection.None(var lookedFor) => $"none: {lookedFor}",
        _ => "who asks",
    };
}
