using System.Text;
using System.Text.RegularExpressions;
using BillingBot.Conversation;
using BillingBot.Recognizers;

namespace BillingBot.Editing;

/// <summary>
/// Takes out of a text what tells whose it is: names, addresses, numbers and amounts. What is left can stand in an article
/// or in a list for editors; a person still reads it over.
/// </summary>
internal sealed partial class PersonalData(ICurrencyRecognizer currencies, Phrases<PersonalData> phrases)
{
    private const int ShortestLatinName = 3;
    private static readonly string[] Cultures = ["en", "ja"];

    /// <param name="text">Any text.</param>
    /// <param name="names">Of the people and companies that may be named in it, whole.</param>
    /// <param name="language">Of what is put in the place.</param>
    public string Mask(string text, IEnumerable<string> names, Language language)
    {
        var masked = WithoutAmounts(text, phrases[language, "Amount"]);
        masked = Email().Replace(masked, phrases[language, "Email"]);
        masked = Identifier().Replace(masked, phrases[language, "Number"]);
        masked = Invoice().Replace(masked, phrases[language, "Invoice"]);
        masked = Phone().Replace(masked, phrases[language, "Phone"]);
        masked = LongNumber().Replace(masked, phrases[language, "Number"]);
        return WithoutNames(masked, names, language);
    }

    /// <summary>Only the names are taken out.</summary>
    public string WithoutNames(string text, IEnumerable<string> names, Language language) => names.SelectMany(Parts).Distinct(StringComparer.OrdinalIgnoreCase).OrderByDescending(name => name.Length)
            .Aggregate(text, (before, name) => NamePattern(name).Replace(before, phrases[language, "Name"]));

    private string WithoutAmounts(string text, string instead)
    {
        var amounts = Cultures.SelectMany(culture => currencies.Recognize(text, culture))
            .Where(found => found.Values.Any(value => value.ContainsKey("value"))).OrderByDescending(found => found.Start);
        var masked = new StringBuilder(text);
        var end = text.Length;
        foreach (var amount in amounts.Where(amount => amount.End < text.Length))
        {
            if (amount.End < end)
            {
                masked.Remove(amount.Start, amount.End - amount.Start + 1).Insert(amount.Start, instead);
                end = amount.Start;
            }
        }

        return masked.ToString();
    }

    /// <summary>A name, and each part of it that is long enough to be one by itself.</summary>
    private static IEnumerable<string> Parts(string name) => name.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
        .Append(name.Trim()).Append(name.Replace(" ", "", StringComparison.Ordinal))
        .Where(part => part.Length >= (part.All(char.IsAscii) ? ShortestLatinName : 2));

    private static Regex NamePattern(string name) => new(
        name.All(char.IsAscii) ? $@"(?<![\p{{L}}\d]){Regex.Escape(name)}(?![\p{{L}}\d])" : Regex.Escape(name),
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant,
        TimeSpan.FromSeconds(1));

    [GeneratedRegex(@"[^\s@<>()\[\]（）「」、。,;]+[@＠][^\s@<>()\[\]（）「」、。,;]+\.[A-Za-z]{2,}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<![\w-])[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![\w-])", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Identifier();

    /// <summary>Letters, then at least four digits: numbers of invoices, orders and cases.</summary>
    [GeneratedRegex(@"(?<![A-Za-z\d-])[A-Za-z]{1,8}-?(?=(?:[A-Za-z-]*\d){4})[A-Za-z\d]+(-[A-Za-z\d]+)*", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Invoice();

    /// <summary>Nine digits or more with the usual signs between them; no date with a time after it.</summary>
    [GeneratedRegex(@"(?<![A-Za-z\d])(?!\d{4}[-/.]\d{1,2}[-/.]\d{1,2})[+＋]?[(（]?\d(?:[\s().（）ー－-]{0,2}\d){8,18}(?!\d)", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex Phone();

    [GeneratedRegex(@"\d{7,}", RegexOptions.CultureInvariant, 10_000)]
    private static partial Regex LongNumber();
}
