using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;

namespace BillingBot.Skills.Invoice;

/// <summary>Reads products: a name that stands on the customer's invoices, or a family such as Azure.</summary>
internal sealed partial class SaidProducts(InvoiceVocabulary vocabulary)
{
    private static readonly Product[] Families = [Product.Azure, Product.Microsoft365, Product.Dynamics365];

    /// <param name="words">What is left of the customer's words.</param>
    /// <param name="language">The turn's.</param>
    /// <param name="own">Product names on the customer's invoices.</param>
    /// <returns>Null when there is none.</returns>
    public SaidProduct? Take(SaidWords words, Language language, IReadOnlyList<string> own)
    {
        var whole = own.Where(name => words.Text.Contains(name, StringComparison.OrdinalIgnoreCase)).MaxBy(name => name.Length);
        if (whole is not null)
        {
            words.Take(words.Text.IndexOf(whole, StringComparison.OrdinalIgnoreCase), whole.Length);
            return new SaidProduct(whole, Product.Any, [whole]);
        }

        var telling = own.SelectMany(name => Word().Matches(name).Select(match => match.Value))
            .Where(word => !vocabulary[language, "CommonInProducts"].IsMatch(word))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);
        var said = Word().Matches(words.Text).Where(match => telling.Contains(match.Value)).ToList();
        foreach (var match in said)
        {
            words.Take(match.Index, match.Length);
        }

        foreach (var family in Families)
        {
            if (vocabulary[language, $"Product_{family}"].Match(words.Text) is { Success: true } named)
            {
                words.Take(named.Index, named.Length);
                return said.Count > 0 ? OfWords(words, said, own) : new SaidProduct(named.Value, family, []);
            }
        }

        return said.Count > 0 ? OfWords(words, said, own) : null;
    }

    private static SaidProduct OfWords(SaidWords words, List<Match> said, IReadOnlyList<string> own)
    {
        List<string> telling = [.. said.Select(match => match.Value).Distinct(StringComparer.OrdinalIgnoreCase)];

        // The everyday words of the name, "Business" of "Business Central", belong to it here.
        var names = own.Where(name => telling.TrueForAll(word => name.Contains(word, StringComparison.OrdinalIgnoreCase)))
            .SelectMany(name => Word().Matches(name).Select(match => match.Value)).ToHashSet(StringComparer.OrdinalIgnoreCase);
        var common = Word().Matches(words.Text).Where(match => names.Contains(match.Value)).ToList();
        common.ForEach(match => words.Take(match.Index, match.Length));
        return new SaidProduct(
            string.Join(' ', said.Concat(common).OrderBy(match => match.Index).Select(match => match.Value)), Product.Any, telling);
    }

    [GeneratedRegex(@"[\p{L}][\p{L}0-9]{2,}|[A-Z][0-9]+(?![\p{L}0-9])", RegexOptions.CultureInvariant, Timeout.Infinite)]
    private static partial Regex Word();
}
