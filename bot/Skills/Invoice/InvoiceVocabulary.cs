using BillingBot.Conversation;

namespace BillingBot.Skills.Invoice;

/// <summary>The words of each language by which invoices are asked for: patterns in the resource files beside this.</summary>
internal sealed class InvoiceVocabulary(Phrases<InvoiceVocabulary> phrases)
{
    public HotPattern this[Language language, string key] => phrases.Pattern(language, key);
}
