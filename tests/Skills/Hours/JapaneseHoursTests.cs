using BillingBot.Conversation;
using BillingBot.Knowledge.Support;
using BillingBot.Recognizers;
using BillingBot.Recognizers.Japanese;

namespace BillingBot.Tests.Skills.Hours;

/// <summary>Through the recogniser: what Japanese customers write and read.</summary>
public sealed class JapaneseHoursTests
{
    private static readonly HoursDesk Desk = new()
    {
        Now = "2026-11-24 10:30",
        Language = Language.Japanese,
        Said = new DateTimeRecognizer(new Dictionary<string, ITimexExtractor>(StringComparer.Ordinal) { ["ja"] = new JapaneseTimexExtractor() }),
    };

    [Theory]
    [InlineData("営業時間は？", "ただいま受付中です。12:00まで受け付け、13:00に再開します。")]
    [InlineData("今やってますか", "ただいま受付中です。12:00まで受け付け、13:00に再開します。")]
    [InlineData("明日は？", "11月25日(水)は営業しています。受付時間は9:00～12:00、13:00～18:00です。")]
    [InlineData("土曜日は開いていますか？", "11月28日(土)は休業です。次の受付開始は11月30日(月) 9:00です。")]
    [InlineData("5月3日は営業していますか", "2027年5月3日(月)は休業です(憲法記念日)。次の受付開始は2027年5月6日(木) 9:00です。")]
    [InlineData("土曜日の午前8時は？", "11月28日(土) 8:00(日本時間)は受付時間外です。次の受付開始は11月30日(月) 9:00です。")]
    [InlineData("来週はどうですか", "11月30日(月)～12月6日(日)は通常どおりの受付時間です。")]
    [InlineData("12月の営業日を教えて", "12月1日(火)～12月31日(木)は、下記の日を除き通常どおりの受付時間です。")]
    [InlineData("毎週土曜日は開いていますか", "11月28日(土)は休業です。次の受付開始は11月30日(月) 9:00です。")]
    [InlineData("祝日はやっていますか？", "祝日は休業です。")]
    [InlineData("12月24日から1月5日まで", "12月24日(木)～2027年1月5日(火)は、下記の日を除き通常どおりの受付時間です。")]
    [InlineData("明日の午後は？", "11月25日(水) 12:00～18:00(日本時間)のうち、13:00～18:00に受け付けています。")]
    [InlineData("年末年始は？", "12月29日(火)～2027年1月3日(日)は期間中すべて休業です。次の受付開始は2027年1月4日(月) 9:00です。")]
    [InlineData("今日は何時まで？", "11月24日(火)は営業しています。受付時間は9:00～12:00、13:00～18:00です。")]
    [InlineData("土日は？", "11月28日(土)～11月29日(日)は期間中すべて休業です。次の受付開始は11月30日(月) 9:00です。")]
    [InlineData("ゴールデンウィークは休み？", "2027年4月29日(木)～2027年5月5日(水)は、下記の日を除き通常どおりの受付時間です。")]
    [InlineData("12月28日は休みですか", "12月28日(月)は営業しています。受付時間は9:00～12:00、13:00～18:00です。")]
    [InlineData("クリスマスは休み？", "12月25日(金)は営業しています。受付時間は9:00～12:00、13:00～18:00です。")]
    [InlineData("1月4日 9時", "2027年1月4日(月) 9:00(日本時間)は受付中です(12:00まで)。")]
    [InlineData("明日の12時半は？", "11月25日(水) 12:30(日本時間)は受付時間外です。次の受付開始は11月25日(水) 13:00です。")]
    [InlineData("11月31日は開いていますか", "「11月31日」という日付が見つかりません。通常の受付時間は月～金曜日 9:00～12:00、13:00～18:00です。")]
    [InlineData("明日の午前は？", "11月25日(水) 8:00～12:00(日本時間)のうち、9:00～12:00に受け付けています。")]
    [InlineData("去年の祝日は？", "過ぎた日についてはお答えできないため、現在の状況をご案内します。ただいま受付中です。12:00まで受け付け、13:00に再開します。")]
    [InlineData("2月30日は？", "「2月30日」という日付が見つかりません。通常の受付時間は月～金曜日 9:00～12:00、13:00～18:00です。")]
    [InlineData("2027年2月30日は？", "「2027年2月30日」という日付が見つかりません。通常の受付時間は月～金曜日 9:00～12:00、13:00～18:00です。")]
    [InlineData("11/31は？", "「11/31」という日付が見つかりません。通常の受付時間は月～金曜日 9:00～12:00、13:00～18:00です。")]
    [InlineData("11月31日の10時は？", "「11月31日の10時」という日付が見つかりません。通常の受付時間は月～金曜日 9:00～12:00、13:00～18:00です。")]
    [InlineData("夕方6時は？", "11月24日(火) 18:00(日本時間)は受付時間外です。次の受付開始は11月25日(水) 9:00です。")]
    [InlineData("年末年始の休みはいつからいつまで", "12月29日(火)～2027年1月3日(日)は期間中すべて休業です。次の受付開始は2027年1月4日(月) 9:00です。")]
    [InlineData("年末はいつまで", "年内は12月28日(月) 18:00まで、年明けは2027年1月4日(月) 9:00から受け付けます。")]
    [InlineData("年明けはいつから", "年内は12月28日(月) 18:00まで、年明けは2027年1月4日(月) 9:00から受け付けます。")]
    public async Task A_question_is_answered_in_japanese(string question, string summary) =>
        Assert.Equal(summary, (await Desk.Card(question)).Summary);

    [Fact]
    public async Task The_card_reads_japanese_throughout()
    {
        var card = await Desk.Card("営業時間は？");
        Assert.Equal("サポート時間：Standard", card.Title);
        Assert.Equal(
            [
                new("月～金曜日", "9:00～12:00、13:00～18:00"),
                new("土・日曜日", "休業"),
                new("祝日", "休業"),
                new("タイムゾーン", "Asia/Tokyo (UTC+9:00)"),
                new("電話", "+81-3-5550-0100"),
                new("メール", "support@northwindcloud.example"),
                new("料金", "追加料金なし。当社でサブスクリプションをご購入のすべてのお客様が対象です。"),
                new("ほかのプラン：Plus", "毎日 24時間。月額50,000円。1社あたり、税別。"),
            ],
            card.Facts);
    }

    [Fact]
    public async Task A_holiday_is_named_in_japanese() => Assert.Equal(
        "ただいま受付時間外です(勤労感謝の日)。次の受付開始は11月24日(火) 9:00です。",
        (await (Desk with { Now = "2026-11-23 10:00" }).Card("今は？")).Summary);

    [Fact]
    public async Task A_customer_abroad_reads_both_clocks() => Assert.Equal(
        "ただいま受付中です。12:00(お客様の現地時間では11月23日(月) 22:00)まで受け付け、13:00(お客様の現地時間では11月23日(月) 23:00)に再開します。",
        (await (Desk with { Person = HoursDesk.Customer("America/New_York") }).Card()).Summary);

    [Fact]
    public async Task Where_nothing_is_published_it_says_so_and_offers_a_person()
    {
        var message = Assert.Single((await (Desk with { Offer = PublishedOffer.Nothing }).Reply("営業時間は？")).Messages);
        Assert.Equal("サポート時間は公開されていないため、こちらではご案内できません。担当者におつなぎできます。", message.Text);
        Assert.Equal([new Choice("担当者と話す")], message.Choices);
    }
}
