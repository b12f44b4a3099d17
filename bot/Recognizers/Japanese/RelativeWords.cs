namespace BillingBot.Recognizers.Japanese;

/// <summary>Words for the year, month, week and day some steps away from this one, longest first where one holds another.</summary>
internal static class RelativeWords
{
    public const string Years = "(?:再来年|一昨年|おととし|今年|本年|来年|翌年|去年|昨年|前年|その年|この年)";
    public const string Months = "(?:再来月|先々月|前々月|翌々月|今月|当月|本月|来月|翌月|先月|前月|次の月|前の月)";
    public const string Weeks = "(?:再来週|先々週|前々週|今週|来週|翌週|先週|前週|次の週|前の週|この週)";

    public const string Days =
        "(?:明後日|明々後日|一昨日|今日|本日|明日|翌日|昨日|前日|この日|しあさって|あさって|おととい|きょう|あした|きのう|あす(?=[のはまにがも、。?]|から|$))";

    public static int Year(string word) => word switch
    {
        "再来年" => 2,
        "来年" or "翌年" => 1,
        "去年" or "昨年" or "前年" => -1,
        "一昨年" or "おととし" => -2,
        _ => 0,
    };

    public static int Month(string word) => word switch
    {
        "再来月" or "翌々月" => 2,
        "来月" or "翌月" or "次の月" => 1,
        "先月" or "前月" or "前の月" => -1,
        "先々月" or "前々月" => -2,
        _ => 0,
    };

    public static int Week(string word) => word switch
    {
        "再来週" => 2,
        "来週" or "翌週" or "次の週" => 1,
        "先週" or "前週" or "前の週" => -1,
        "先々週" or "前々週" => -2,
        _ => 0,
    };

    public static int Day(string word) => word switch
    {
        "明々後日" or "しあさって" => 3,
        "明後日" or "あさって" => 2,
        "明日" or "翌日" or "あした" or "あす" => 1,
        "昨日" or "前日" or "きのう" => -1,
        "一昨日" or "おととい" => -2,
        _ => 0,
    };
}
