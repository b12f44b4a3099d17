using System.Text.RegularExpressions;

namespace BillingBot.Knowledge.Articles.Search;

/// <summary>Product, era and cloud as far as a text names exactly one of them.</summary>
/// <param name="Rest">The folded text without those words.</param>
internal sealed partial record QueryHints(Product? Product, PlatformEra? Era, Cloud? Cloud, string Rest)
{
    private const int Patience = 1_000;

    public bool Any => Product is not null || Era is not null || Cloud is not null;

    /// <param name="folded">See <see cref="TextFolding"/>.</param>
    public static QueryHints Read(string folded)
    {
        var rest = folded;
        var cloud = Take(ref rest, (UsGovernment(), Articles.Cloud.UsGovernment));
        var product = Take(ref rest,
            (Azure(), Articles.Product.Azure), (Microsoft365(), Articles.Product.Microsoft365), (Dynamics365(), Articles.Product.Dynamics365));
        var era = Take(ref rest, (Legacy(), PlatformEra.Legacy), (NewCommerce(), PlatformEra.NewCommerce));
        return new QueryHints(product, era, cloud, rest);
    }

    /// <summary>These hints, and where they are silent those of an earlier text.</summary>
    public QueryHints Or(QueryHints earlier) =>
        this with { Product = Product ?? earlier.Product, Era = Era ?? earlier.Era, Cloud = Cloud ?? earlier.Cloud };

    /// <summary>Whether the text is only a hint in a few words around it: "and for Azure?".</summary>
    public bool IsFollowUp => Any && OnlyConnectives().IsMatch(Rest);

    private static T? Take<T>(ref string rest, params ReadOnlySpan<(Regex Words, T Meaning)> kinds) where T : struct
    {
        var (found, count) = (default(T?), 0);
        foreach (var (words, meaning) in kinds)
        {
            if (words.IsMatch(rest))
            {
                rest = words.Replace(rest, " ");
                (found, count) = (meaning, count + 1);
            }
        }

        return count == 1 ? found : null;
    }

    [GeneratedRegex(@"(?<![a-z0-9])azure(?![a-z0-9])|アジュール|アズール", RegexOptions.None, Patience)]
    private static partial Regex Azure();

    [GeneratedRegex(@"(?<![a-z0-9])(microsoft ?365|office ?365|m365|o365|ms ?365|[ef][135]|business (basic|standard|premium)|teams|exchange (online|mailbox(es)?|licen[cs]es?)|sharepoint|onedrive|outlook)(?![a-z0-9])|(マイクロソフト|オフィス) ?365", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Microsoft365();

    [GeneratedRegex(@"(?<![a-z0-9])(dynamics( ?365)?|d365|business central)(?![a-z0-9])|ダイナミクス( ?365)?", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Dynamics365();

    [GeneratedRegex(@"(?<![a-z0-9])(new commerce( experience)?|newcommerce|nce|(new|current) platform)(?![a-z0-9])|新しい(コマース|プラットフォーム)|新(コマース|プラットフォーム)|ニューコマース", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex NewCommerce();

    /// <summary>Also "from before new commerce"; but not an old name or address.</summary>
    [GeneratedRegex(@"(?<![a-z0-9])(legacy|old(er)? (platform|commerce|licen[cs]es?|subscriptions?|contracts?)|(before|prior to|pre) (the )?(new commerce( experience)?|nce)(?! (renewals?|terms?|subscriptions?|licen[cs]es?|seats?|plans?|contracts?|orders?|anniversary)))(?![a-z0-9])|((?<![a-z0-9])nce|新しいコマース|ニューコマース)(になる|に変わる|に移る|移行|の|より)?以?前(?![払提回年月日金])|従来|レガシー|旧(来|型|式|プラットフォーム|コマース|ライセンス|契約|プログラム|プラン|サブスク|制度|基盤)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Legacy();

    [GeneratedRegex(@"(?<![a-z0-9])((u ?s|azure|american?) gov(ernment)?( cloud)?|gov(ernment)? cloud|gcc( high)?)(?![a-z0-9])|(米国|アメリカ)政府(機関)?(向け)?", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex UsGovernment();

    [GeneratedRegex(@"^( |(?<![a-z])(and|or|but|so|then|what|how|about|if|for|with|in|on|the|an?|is|are|it|its|we|i|my|our|to|of|that|this|case|ones?|same|also|too|instead|ok|well|have|has|use|using|under|does|do|you|me|please|tell|subscriptions?|licen[cs]es?|plans?|products?|platform)(?![a-z])|の場合|だったら|だと|なら|では|じゃあ?|でも|それ|その|場合|どう|ですか|でしょうか|なります|なる|ます|です|について|ライセンス|契約|サブスクリプション|プラン|製品|コマース|プラットフォーム|方|ほう|同じ|教えて|ください|お願い|し|は|が|の|も|を|に|で|と|か|ね|だ|、)*$", RegexOptions.ExplicitCapture | RegexOptions.CultureInvariant, Patience)]
    private static partial Regex OnlyConnectives();
}
