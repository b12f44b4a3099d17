namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Takes the commonest English endings off, so that "invoices", "invoiced" and "invoice" meet.</summary>
internal static class LightStemmer
{
    private const int ShortestStem = 3;

    private static readonly (string Ending, string Instead)[] Endings =
    [
        ("ations", ""), ("ation", ""), ("ings", ""), ("ing", ""), ("ies", "y"), ("ied", "y"), ("ments", ""), ("ment", ""),
        ("ness", ""), ("ers", ""), ("est", ""), ("ed", ""), ("es", ""), ("ly", ""), ("er", ""), ("s", ""), ("e", ""),
    ];

    public static string Stem(string word)
    {
        foreach (var (ending, instead) in Endings)
        {
            var stem = word.Length - ending.Length;
            if (stem < ShortestStem || !word.EndsWith(ending, StringComparison.Ordinal) || IsDoubleS(word, ending))
            {
                continue;
            }

            return Undouble(word[..stem] + instead);
        }

        return word;
    }

    private static bool IsDoubleS(string word, string ending) => ending == "s" && word[^2] == 's';

    private static string Undouble(string stem) =>
        stem.Length > ShortestStem && stem[^1] == stem[^2] && stem[^1] is not ('l' or 's' or 'z') ? stem[..^1] : stem;
}
