using BillingBot.Conversation;
using BillingBot.Skills.RefundWindow;
using BillingBot.Tests.Host;
using Microsoft.Extensions.DependencyInjection;
using NodaTime.Text;

namespace BillingBot.Tests.Skills.RefundWindow;

/// <summary>Windows from a customer's own words, across clock changes and the date line.</summary>
public sealed class RefundWindowSkillTests(SharedBot shared) : IClassFixture<SharedBot>
{
    // Clocks go back on 1 November in New York and on 25 October in London: the 72 hours end an hour earlier on the wall.
    [Theory]
    [InlineData("America/New_York", "2026-10-31T12:00:00Z", "marketplace app bought on 30 October at 3 pm", "Mon 2 Nov, 19:00 UTC", "Mon 2 Nov, 14:00")]
    [InlineData("Europe/London", "2026-10-25T12:00:00Z", "marketplace app bought on 24 October at 10 am", "Tue 27 Oct, 09:00 UTC", "Tue 27 Oct, 09:00")]

    // Without a time of day the earliest start counts: the beginning of that day where the customer is.
    [InlineData("Asia/Tokyo", "2026-11-24T01:00:00Z", "licence bought on 20 November", "Wed 25 Nov, 23:59 UTC", "Thu 26 Nov, 08:59")]
    [InlineData("Pacific/Kiritimati", "2026-11-24T01:00:00Z", "licence bought on 20 November", "Wed 25 Nov, 23:59 UTC", "Thu 26 Nov, 13:59")]
    [InlineData("Pacific/Pago_Pago", "2026-11-24T12:00:00Z", "licence bought on 20 November", "Thu 26 Nov, 23:59 UTC", "Thu 26 Nov, 12:59")]
    [InlineData("Europe/London", "2026-11-24T01:00:00Z", "we added 10 seats of a licence on 20 November", "Thu 26 Nov, 23:59 UTC", "Thu 26 Nov, 23:59")]
    [InlineData("Europe/London", "2026-11-24T01:00:00Z", "a software subscription bought on 20 November", "Thu 26 Nov, 23:59 UTC", "Thu 26 Nov, 23:59")]
    [InlineData("Europe/London", "2026-11-24T01:00:00Z", "perpetual software bought on 20 November", "Sat 19 Dec, 23:59 UTC", "Sat 19 Dec, 23:59")]
    [InlineData("Europe/London", "2026-11-24T01:00:00Z", "Business Central bought on 20 November", "Thu 26 Nov, 23:59 UTC", "Thu 26 Nov, 23:59")]
    public async Task It_ends_in_UTC_and_where_the_customer_is(string zone, string now, string words, string utc, string local)
    {
        var facts = (await Ask(words, zone, now)).Card!.Facts;
        Assert.Equal(utc, facts.Single(fact => fact.Label == "Ends (UTC)").Value);
        Assert.Equal(local, facts.Single(fact => fact.Label == $"Ends ({zone})").Value);
    }

    [Theory]
    [InlineData("licence bought on 20 November", "until Thu 26 Nov")]
    [InlineData("licence bought on 10 November", "ended on Mon 16 Nov")]
    [InlineData("licence renewed on 20 November 2025, new commerce", "ended on Wed 26 Nov 2025")]
    [InlineData("legacy licence bought on 3 November 2025", "The first month ended on Tue 2 Dec 2025")]
    [InlineData("we upgraded part of our licences, the original was bought on 20 November", "until Thu 26 Nov")]
    public async Task The_summary_says_whether_it_is_still_possible(string words, string answer) =>
        Assert.Contains(answer, (await Ask(words)).Card!.Summary, StringComparison.Ordinal);

    [Theory]
    [InlineData("legacy licence bought on 20 November 2026", "do not fit together")]
    [InlineData("legacy marketplace app bought on 20 November 2025", "only for the new commerce platform")]
    [InlineData("new commerce licence bought on 3 May 2022", "another one may have held")]
    [InlineData("perpetual software and a marketplace app bought on 20 November", "Which of them do you mean?")]
    [InlineData("until when can I return the 10 seats", "When were those seats added?")]
    [InlineData("licence bought on 20 November 2025", "legacy one?")]
    [InlineData("our upgraded licence", "subscription it came from")]
    public async Task It_asks_or_abstains_rather_than_guess(string words, string answer) =>
        Assert.Contains(answer, (await Ask(words)).Text, StringComparison.Ordinal);

    [Theory]
    [InlineData("ライセンスを11月20日に購入しました", "11月25日(水) 23:59 UTCまで可能です。残り1日23時間です。")]
    [InlineData("11月20日に追加した10シートはいつまで返せますか", "11月25日(水) 23:59 UTCまで可能です。")]
    [InlineData("買い切りソフトを11月20日に買いました", "12月18日(金) 23:59 UTCまで可能です。")]
    public async Task In_Japanese(string words, string answer) =>
        Assert.Contains(answer, (await Ask(words, "Asia/Tokyo", language: Language.Japanese)).Card!.Summary, StringComparison.Ordinal);

    [Theory]
    [InlineData("🙂")]
    [InlineData("שלום, רישיון שנקנה ב-20 בנובמבר")]
    [InlineData("=cmd|' /C calc'!A0")]
    public async Task Words_that_say_nothing_are_asked_back(string words) => Assert.Contains("What would you like to give back?", (await Ask(words)).Text, StringComparison.Ordinal);

    [Fact]
    public async Task A_huge_text_is_asked_back_and_not_kept_whole()
    {
        var reply = await Reply(new string('x', 200_000));
        Assert.True(reply.State.Form!.Slots.Values.Sum(slot => slot.Length) <= 1_100);
    }

    private async Task<ReplyMessage> Ask(string words, string zone = "Europe/London", string now = "2026-11-24T01:00:00Z", Language? language = null) =>
        (await Reply(words, zone, now, language)).Messages[0];

    private async Task<Reply> Reply(string words, string zone = "Europe/London", string now = "2026-11-24T01:00:00Z", Language? language = null) =>
        await shared.Bot.Services.GetServices<BillingBot.Skills.ISkill>().OfType<RefundWindowSkill>().Single().RespondAsync(
            new Turn
            {
                Kind = TurnKind.Message,
                Text = words,
                Language = language ?? Language.English,
                Person = new KnownPerson("nobody", "Nobody", "nobody", zone, "Standard", IsBillingContact: true, "en", "standard"),
                State = ConversationState.Empty,
                Now = InstantPattern.ExtendedIso.Parse(now).Value,
            },
            TestContext.Current.CancellationToken);
}
