using NodaTime;

namespace BillingBot.Recognizers.Japanese;

internal static class Weekdays
{
    private const string FromMonday = "月火水木金土日";

    /// <summary>月曜, 月曜日.</summary>
    public const string Name = "(?:[月火水木金土日]曜日?)";

    /// <summary>What may follow a date without saying more: 9月10日(木), 9月10日の木曜日.</summary>
    public const string AfterDate = @"(?: ?\((?:[月火水木金土日](?:曜日?)?)(?:[・,]?祝)?\)|の?[月火水木金土日]曜日?)";

    public static IsoDayOfWeek Of(string name) => (IsoDayOfWeek)(FromMonday.IndexOf(name[0], StringComparison.Ordinal) + 1);
}
