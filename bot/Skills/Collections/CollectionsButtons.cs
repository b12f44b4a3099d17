using BillingBot.Conversation;

namespace BillingBot.Skills.Collections;

/// <summary>Buttons of what a customer can do about an unpaid invoice, for every skill that shows one.</summary>
internal sealed class CollectionsButtons(Phrases<CollectionsButtons> phrases)
{
    public Choice Promise(string invoiceNumber, Language language) => new(phrases.Format(language, "Promise", invoiceNumber));

    public Choice Dispute(string invoiceNumber, Language language) => new(phrases.Format(language, "Dispute", invoiceNumber));

    public Choice Remind(Language language) => new(phrases[language, "Remind"]);

    public Choice StopReminding(Language language) => new(phrases[language, "StopReminding"]);

    public Choice NoReminders(Language language) => new(phrases[language, "NoReminders"]);
}
