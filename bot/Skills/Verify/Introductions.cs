using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Skills.Verify;

/// <summary>Tells a recognised person as whom they are known, from what, and what they may see.</summary>
internal sealed class Introductions(People people, ArticleButtons buttons, Phrases<Introductions> phrases)
{
    public async ValueTask<Reply> IntroduceAsync(Turn turn, KnownPerson person, CancellationToken cancellationToken)
    {
        var customer = (await people.FindAsync(person.Id, cancellationToken))?.Customer;
        var known = person.VerifiedUntil is { } until
            ? phrases.Format(turn.Language, "ByCode", Plain(person.Name), Plain(customer?.Name), Clock(until, person.TimeZone))
            : phrases.Format(turn.Language, "BySignIn", Plain(person.Name), Plain(customer?.Name));
        string[] next = person.VerifiedUntil is null ? ["invoice-status"] : ["invoice-status", SignOutSkill.ArticleId];
        return new Reply(
            [
                new ReplyMessage
                {
                    Text = $"{known} {phrases[turn.Language, person.IsBillingContact ? "SeesAmounts" : "SeesStatus"]}",
                    Choices = buttons.For(next, turn.Language),
                    Language = turn.Language.Code,
                },
            ],
            turn.State with { Form = null })
        {
            Outcome = new Outcome(VerifySkill.SkillName, "known"),
        };
    }

    /// <returns>The address on file.</returns>
    public async Task<string?> AddressOfAsync(KnownPerson person, CancellationToken cancellationToken) =>
        (await people.FindAsync(person.Id, cancellationToken))?.Email;

    private static string Plain(string? name) => Markdown.EscapeAndUnlink(name ?? "");

    /// <summary>"18:05 (Europe/London)".</summary>
    public static string Clock(Instant at, string timeZone) =>
        $"{LocalTimePattern.CreateWithInvariantCulture("HH:mm").Format(at.InZone(DateTimeZoneProviders.Tzdb[timeZone]).TimeOfDay)} ({timeZone})";
}
