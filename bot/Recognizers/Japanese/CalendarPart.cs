namespace BillingBot.Recognizers.Japanese;

/// <summary>Words for the beginning, middle and end of a year, month or week, as a Mod.</summary>
internal static class CalendarPart
{
    public const string Start = "上旬|初旬|初め|はじめ|始め|初頭|頭|前半";
    public const string Mid = "中旬|半ば|なかば|中頃|中ごろ";
    public const string End = "下旬|末(?![日尾])|終わり(?:ごろ|頃)?|おわり|後半";

    /// <summary>The end meant as its very last day: 月末締め, 9月末日, 今月末まで.</summary>
    public const string LastDay = "末日|末(?=まで|以降|以後|から|締|〆|払|支払|期|が(?:支払)?期|が締)";

    /// <summary>Groups: last, start, mid, end.</summary>
    public const string Pattern =
        "(?:の? ?(?:(?<last>" + LastDay + ")|(?<start>" + Start + ")|(?<mid>" + Mid + ")|(?<end>" + End + ")))";
}
