using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.Japanese;

/// <summary>What bounds a phrase on one side: 以降, までに, 前, から, またはその前; or loosens it: ごろ.</summary>
internal static partial class BoundReader
{
    /// <returns><paramref name="phrase"/> itself where nothing bounds it.</returns>
    public static Phrase Read(FoldedText source, Phrase phrase)
    {
        if (phrase is { Whole.Type: not ("date" or "daterange") } or { Mod: not (null or "start" or "mid" or "end") } || phrase.Ignored)
            return phrase;
        if (Approximate().Match(source.Text, phrase.End) is { Success: true } about && (phrase.Time is not null || phrase.PartOfDay is not null))
            return phrase with { End = about.Index + about.Length, Mod = "approx" };
        if (Bounds().Match(source.Text, phrase.End) is not { Success: true } match)
            return phrase;

        // 9月以降 and 9月まで take September along. For years and parts the official recognisers leave it out, and so do we.
        var inclusive = phrase is { Period.Unit: not "Y", Mod: null };
        var mod = match.Groups["until"].Success || (inclusive && match.Groups["upto"].Success) ? "until"
            : match.Groups["since"].Success || (inclusive && match.Groups["onward"].Success) ? "since"
            : match.Groups["before"].Success || match.Groups["upto"].Success ? "before"
            : "after";
        return phrase with { End = match.Index + match.Length, Mod = phrase.Mod is { } part ? $"{mod}-{part}" : mod };
    }

    [GeneratedRegex(@"\G(?:ごろ|頃|ころ)", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Approximate();

    // 前払い, 後半 and the like are words of their own.
    [GeneratedRegex(@"\G(?:(?<until>(?:または|又は|もしくは|と|及び|および)(?:その|それ)(?:以前|より前|前))|(?<since>(?:または|又は|もしくは|と|及び|および)(?:その|それ)(?:以降|以後|より後|後)|から(?!" + Numerals.Count + "(?:" + TimeUnit.Names + "|泊))|より(?![も前後]))|(?<upto>以前|まで)|(?<onward>以降|以後)|(?<before>より前|の?前(?![半回払期年月日週後々]))|(?<after>より後|の?後(?![半払期日続])))", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Bounds();
}
