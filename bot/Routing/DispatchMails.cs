using BillingBot.Conversation;
using BillingBot.Knowledge.Mail;
using BillingBot.Knowledge.Support;
using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Knowledge.Support.Routing;
using NodaTime;

namespace BillingBot.Routing;

/// <summary>Writes the e-mail that takes a case to a support provider without a webhook.</summary>
internal sealed class DispatchMails(RoutingWords words, PublishedOffer offer)
{
    private readonly Phrases<DispatchMails> _phrases = new();

    public OutgoingMail Write(SupportProvider provider, ProviderDispatch dispatch, Instant now)
    {
        var told = DispatchedCase.FromJson(dispatch.Body);
        var language = LanguageOf(provider, told);
        var lines = new List<string>
        {
            _phrases.Format(language, "Greeting", provider.Name),
            "",
            _phrases.Format(language, "Intro", offer.Partner, told.CaseNumber),
            "",
            Line("Classification", words.Of(told.Classification, language)),
            Line("Product", told.Product is { } product ? words.Of(product, language) : _phrases[language, "Unknown"]),
            Line("Urgency", words.Of(told.Urgency, language)),
            Line("Language", words.LanguageName(told.Language, language)),
            Line("Customer", told.CustomerName ?? _phrases[language, "Guest"]),
            "",
            _phrases[language, "Summary"],
            told.Summary,
        };
        if (told.TranscriptUrl is { } link)
        {
            lines.AddRange(["", Line("Transcript", link)]);
        }

        lines.AddRange(["", _phrases.Format(language, "Closing", told.CaseNumber)]);
        return new()
        {
            To = provider.Email ?? throw new InvalidOperationException("A provider without a webhook has an e-mail address."),
            Subject = _phrases.Format(language, "Subject", told.CaseNumber, words.Of(told.Classification, language), words.Of(told.Urgency, language)),
            Body = string.Join('\n', lines),
            Language = language.Code,
            CreatedAt = now,
        };

        string Line(string key, string value) => _phrases.Format(language, key, value);
    }

    /// <summary>The case's where the provider speaks it, else one that both the provider and the bot write.</summary>
    private static Language LanguageOf(SupportProvider provider, DispatchedCase told) =>
        (provider.Speaks(told.Language) ? Language.FromLocale(told.Language) : null)
        ?? provider.Languages.Select(Language.FromLocale).FirstOrDefault(language => language is not null)
        ?? Language.English;
}
