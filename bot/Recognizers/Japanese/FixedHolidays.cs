namespace BillingBot.Recognizers.Japanese;

/// <summary>Days with a name that keep their date every year.</summary>
internal static class FixedHolidays
{
    public const string Names =
        "元日|元旦|建国記念の?日|天皇誕生日|バレンタインデー|バレンタイン|昭和の日|憲法記念日|みどりの日|こどもの日|子供の日|独立記念日|山の日|文化の日|勤労感謝の日|"
        + "クリスマスイブ|クリスマスイヴ|クリスマス|大晦日|大みそか";

    public static (int Month, int Day) On(string name) => name switch
    {
        "建国記念の日" or "建国記念日" => (2, 11),
        "天皇誕生日" => (2, 23),
        "バレンタインデー" or "バレンタイン" => (2, 14),
        "昭和の日" => (4, 29),
        "憲法記念日" => (5, 3),
        "みどりの日" => (5, 4),
        "こどもの日" or "子供の日" => (5, 5),
        "独立記念日" => (7, 4),
        "山の日" => (8, 11),
        "文化の日" => (11, 3),
        "勤労感謝の日" => (11, 23),
        "クリスマスイブ" or "クリスマスイヴ" => (12, 24),
        "クリスマス" => (12, 25),
        "大晦日" or "大みそか" => (12, 31),
        _ => (1, 1),
    };
}
