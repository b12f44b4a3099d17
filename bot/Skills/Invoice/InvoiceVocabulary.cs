using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using BillingBot.Conversation;

namespace BillingBot.Skills.Invoice;

/// <summary>The words of each language by which invoices are asked for: patterns in the resource files beside this.</summary>
internal sealed class InvoiceVocabulary(Phrases<InvoiceVocabulary> phrases)
{
    private readonly ConcurrentDictionary<(Language, string), Regex> _patterns = new();

    public Regex this[Language language, string key] => _patterns.GetOrAdd(
        (language, key),
        asked => new Regex(phrases[asked.Item1, asked.Item2], RegexOptions.IgnoreCase | RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1)));
}
