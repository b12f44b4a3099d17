using System.Text.RegularExpressions;

namespace BillingBot.Recognizers.Japanese;

/// <summary>Years and their parts: 2026年, 令和8年, 去年, 今年の第1四半期, 2026年度上期, 今夏, 15世紀.</summary>
internal static partial class YearReader
{
    private const int FiscalStart = 4;

    private const string Parts =
        "(?:の?(?:第(?<quarter>[1-4一二三四])四半期|(?<first>前半|上半期|上期)|(?<second>後半|下半期|下期)|(?<season>[春夏秋冬])(?![分期季])|(?:(?<start>初め|はじめ|始め|初頭|初)|(?<mid>半ば|なかば)|(?<end>末(?!年始|調整)|終わり(?:ごろ|頃)?|おわり))))?";

    public static Phrase? Read(FoldedText source, int at) =>
        Fiscal(source, at) ?? Calendar(source, at) ?? Unsaid(source, at) ?? Century(source, at);

    private static Phrase? Fiscal(FoldedText source, int at)
    {
        if (FiscalYear().Match(source.Text, at) is not { Success: true } match)
            return null;
        var today = source.Today;
        var year = match.Groups["year"] is { Success: true } said
            ? Years.Of(match.Groups["era"].Value, said.Value)
            : today.Year - (today.Month < FiscalStart ? 1 : 0) + RelativeWords.Year(match.Groups["relative"].Value);
        return year is { } known ? PartOf(match, known, FiscalStart, CalendarPeriod.Months(known, FiscalStart, 12, "P1Y")) : null;
    }

    private static Phrase? Calendar(FoldedText source, int at)
    {
        if (CalendarYear().Match(source.Text, at) is not { Success: true } match)
            return null;
        var numeral = match.Groups["year"];
        var year = numeral.Success
            ? Years.Of(match.Groups["era"].Value, numeral.Value)
            : source.Today.Year + RelativeWords.Year(match.Groups["relative"].Value);
        var isLength = numeral.Success && !match.Groups["era"].Success && numeral.Length < 4;
        return year is { } known && !isLength ? PartOf(match, known, 1, CalendarPeriod.Year(known)) : null;
    }

    private static Phrase? Unsaid(FoldedText source, int at)
    {
        var today = source.Today;
        if (BarePart().Match(source.Text, at) is { Success: true } match)
            return PartOf(match, today.Year, 1, CalendarPeriod.Year(today.Year));
        if (NearSeason().Match(source.Text, at) is { Success: true } season)
        {
            var year = today.Year + season.Value[0] switch { '来' => 1, '昨' => -1, _ => 0 };
            return PartOf(season, year, 1, CalendarPeriod.Year(year));
        }

        if (NearQuarter().Match(source.Text, at) is { Success: true } near)
        {
            var first = today.PlusMonths(near.Value[0] switch { '前' or '先' => -3, '来' or '次' => 3, _ => 0 });
            return new(near.Index + near.Length) { Period = Quarter(first.Year, 1, (first.Month - 1) / 3) };
        }

        if (PreviousHalf().Match(source.Text, at) is { Success: true } half)
        {
            var inSecond = today.Month > 6;
            return new(half.Index + half.Length)
            {
                Period = CalendarPeriod.Months(inSecond ? today.Year : today.Year - 1, inSecond ? 1 : 7, 6, "P6M"),
            };
        }

        return QuarterOnly().Match(source.Text, at) is { Success: true } quarter
            ? new(quarter.Index + quarter.Length)
            {
                Period = Quarter(null, 1, Numerals.Parse(quarter.Groups["quarter"].Value)!.Value - 1),
            }
            : null;
    }

    private static Phrase PartOf(Match match, int year, int firstMonth, CalendarPeriod whole)
    {
        var phrase = new Phrase(match.Index + match.Length);
        if (match.Groups["quarter"] is { Success: true } quarter)
            return phrase with { Period = Quarter(year, firstMonth, Numerals.Parse(quarter.Value)!.Value - 1) };
        if (match.Groups["first"].Success)
            return phrase with { Period = CalendarPeriod.Months(year, firstMonth, 6, "P6M") };
        if (match.Groups["second"].Success)
            return phrase with { Period = CalendarPeriod.Months(year, firstMonth + 6, 6, "P6M") };
        if (match.Groups["season"] is { Success: true } season)
        {
            var code = season.Value switch { "春" => "SP", "夏" => "SU", "秋" => "FA", _ => "WI" };
            return phrase with { Whole = ("daterange", $"{whole.Timex}-{code}") };
        }

        return phrase with { Period = whole, Mod = MonthReader.PartMod(match) };
    }

    private static CalendarPeriod Quarter(int? year, int firstMonth, int index)
    {
        var month = firstMonth + (3 * index);
        return month > 12
            ? CalendarPeriod.Months(year + 1, month - 12, 3, "P3M")
            : CalendarPeriod.Months(year, month, 3, "P3M");
    }

    private static Phrase? Century(FoldedText source, int at)
    {
        if (Centuries().Match(source.Text, at) is not { Success: true } match || Numerals.Parse(match.Groups["number"].Value) is not ({ } number and > 1))
            return null;
        var first = new PartialDate((number - 1) * 100, 1, 1);
        return new(match.Index + match.Length)
        {
            Whole = ("daterange", $"({first.Timex},{(first with { Year = number * 100 }).Timex},P100Y)"),
        };
    }

    [GeneratedRegex(@"\G(?:(?<relative>再来年|一昨年|今年|本年|来年|翌年|去年|昨年|前年)|(?<era>" + Years.Era + ")?(?<year>" + Numerals.Year + ")年)度" + Parts, Pattern.Options, Timeout.Infinite)]
    private static partial Regex FiscalYear();

    [GeneratedRegex(@"\G(?:(?<relative>" + RelativeWords.Years + ")|(?<era>" + Years.Era + ") ?(?<year>" + Numerals.Year + ")年|(?<year>[12][0-9]{3}|[一二][〇一二三四五六七八九千百十]{3,7})年)(?!度|間|目|生|[かヶ]月)" + Parts, Pattern.Options, Timeout.Infinite)]
    private static partial Regex CalendarYear();

    [GeneratedRegex(@"\G(?:(?:(?<![0-9一二三四五六七八九十今来去昨前])年の)(?:(?<first>前半)|(?<second>後半))|(?<first>上半期|上期)|(?<second>下半期|下期)|(?<![0-9一二三四五六七八九十])年(?:内|(?<end>末)(?!年始|調整)|(?<start>初)))", Pattern.Options, Timeout.Infinite)]
    private static partial Regex BarePart();

    [GeneratedRegex(@"\G[今昨来](?<season>[春夏秋冬])", Pattern.Options, Timeout.Infinite)]
    private static partial Regex NearSeason();

    [GeneratedRegex(@"\G(?:[今前先来]|次の)四半期", Pattern.Options, Timeout.Infinite)]
    private static partial Regex NearQuarter();

    [GeneratedRegex(@"\G前の半年", Pattern.Options, Timeout.Infinite)]
    private static partial Regex PreviousHalf();

    [GeneratedRegex(@"\G第(?<quarter>[1-4一二三四])四半期", Pattern.Options, Timeout.Infinite)]
    private static partial Regex QuarterOnly();

    [GeneratedRegex(@"\G(?<number>[0-9]{1,2}|[一二三四五六七八九十]{1,3})世紀", Pattern.Options, Timeout.Infinite)]
    private static partial Regex Centuries();
}
