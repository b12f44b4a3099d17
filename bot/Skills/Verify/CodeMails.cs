using BillingBot.Conversation;
using BillingBot.Knowledge.Identity;
using BillingBot.Knowledge.Support;
using Microsoft.Extensions.Options;
using Contact = BillingBot.Knowledge.Billing.Person;

namespace BillingBot.Skills.Verify;

/// <summary>Writes the mail that carries a code, in the language of the conversation.</summary>
internal sealed class CodeMails(PublishedOffer offer, IOptions<VerificationOptions> options, Phrases<CodeMails> phrases)
{
    public CodeMail Write(Contact person, string code, bool isStepUp, Language language) => new(
        phrases[language, "Subject"],
        phrases.Format(
            language,
            "Body",
            person.Name,
            code,
            (int)options.Value.CodeLifetime.TotalMinutes,
            phrases[language, isStepUp ? "WhyStepUp" : "Why"],
            offer.Partner).TrimEnd(),
        language.Code);
}
