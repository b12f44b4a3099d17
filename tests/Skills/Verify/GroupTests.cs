using BillingBot.Conversation;
using BillingBot.Skills;
using BillingBot.Tests.Host;
using BillingBot.Tests.Identity;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Tests.Skills.Verify;

/// <summary>Where others read along.</summary>
public sealed class GroupTests(GroupTests.AccountBot shared) : IClassFixture<GroupTests.AccountBot>
{
    private readonly BotHost _bot = shared.Bot;

    [Fact]
    public async Task A_group_sees_no_account_data_and_is_led_to_the_private_chat()
    {
        foreach (var user in new[] { TestUser.Guest, TestUser.Sam })
        {
            var reply = await _bot.Group(user).CustomerSays("When is your support open?");
            Assert.Contains("Please write to me directly", reply.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("secret amount", reply.Text, StringComparison.Ordinal);
            Assert.Empty(reply.Buttons);
        }

        Assert.Contains("secret amount", (await _bot.Conversation("msteams", TestUser.Alex).CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_a_code_the_billing_contact_sees_it_there_for_a_quarter_of_an_hour_and_nobody_else_does()
    {
        var group = _bot.Group(TestUser.Alex);
        var offered = await group.CustomerSays("When is your support open?");
        Assert.Contains("Send me a code", offered.Buttons);
        Assert.DoesNotContain("@", offered.Text, StringComparison.Ordinal);
        Assert.Contains("code is on its way", (await group.CustomerSays("Send me a code")).Text, StringComparison.Ordinal);
        var code = await _bot.CodeForAsync(Codes.Alex);
        Assert.DoesNotContain("secret amount", (await group.As(TestUser.Sam).CustomerSays(code)).Text, StringComparison.Ordinal);
        var shown = await group.CustomerSays(code);
        Assert.Contains("For the next 15 minutes", shown.Text, StringComparison.Ordinal);
        Assert.Contains("secret amount", shown.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret amount", (await group.As(TestUser.Sam).CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret amount", (await group.As(TestUser.Kim).CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("secret amount", (await _bot.Group(TestUser.Alex).CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
        _bot.Clock.Advance(TimeSpan.FromMinutes(15));
        Assert.DoesNotContain("secret amount", (await group.CustomerSays("When is your support open?")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_guest_cannot_verify_in_a_group_and_no_address_is_asked_for()
    {
        var before = await _bot.ReadAsync(db => db.VerificationCodes.CountAsync());
        var group = _bot.Group(TestUser.Guest);
        Assert.Contains("write to me directly", (await group.CustomerSays("verify me")).Text, StringComparison.Ordinal);
        await group.CustomerSays(Codes.Alex);
        Assert.Equal(before, await _bot.ReadAsync(db => db.VerificationCodes.CountAsync()));
    }

    [Fact]
    public async Task No_skill_tells_in_a_group_what_a_customer_has()
    {
        foreach (var user in new[] { TestUser.Sam, TestUser.Alex, TestUser.Kim })
        {
            foreach (var words in new[] { "why is September higher than August", "can I still cancel my licence?", "status of INV-2026-0142", "the lines of INV-2026-0142" })
            {
                var reply = await _bot.Group(user).CustomerSays(words);
                var shown = string.Join('\n', reply.Buttons.Prepend(reply.Text));
                foreach (var own in new[] { "Virtual Machines", "Business Premium", "Visio", "Office 365 E1", "USD", "no invoice", "no change" })
                {
                    Assert.DoesNotContain(own, shown, StringComparison.OrdinalIgnoreCase);
                }
            }
        }
    }

    [Fact]
    public async Task A_question_to_one_is_not_put_to_another_and_waits_for_its_answer()
    {
        var group = _bot.Group(TestUser.Alex);
        Assert.Contains("When was it bought", (await group.CustomerSays("can I still cancel my licence?")).Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Back to where we were", (await group.As(TestUser.Sam).CustomerSays("which support plans do you offer?")).Text, StringComparison.Ordinal);
        Assert.Contains("UTC", (await group.CustomerSays("20 November")).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("msteams", "", "https://teams.microsoft.com/l/chat/0/0?users=28:11111111-2222-4333-8444-555555555555")]
    [InlineData("emulator", "", null)]
    [InlineData("msteams", "https://botframework.azure.us", null)]
    public void Teams_gets_a_link_to_the_private_chat_when_the_bot_knows_its_id(string channel, string cloud, string? expected) =>
        Assert.Equal(expected, new PrivateChat(new Microsoft.Extensions.Configuration.ConfigurationManager
        {
            ["MicrosoftAppId"] = "11111111-2222-4333-8444-555555555555",
            ["ChannelService"] = cloud,
        }).LinkFrom(channel));

    [Theory]
    [InlineData(true, false, false, true)]
    [InlineData(true, true, false, false)]
    [InlineData(true, true, true, true)]
    [InlineData(false, false, true, false)]
    [InlineData(false, true, true, false)]
    public void Amounts_are_for_the_billing_contact_alone_or_after_a_code(bool isContact, bool isGroup, bool typedCode, bool expected)
    {
        var now = Instant.FromUtc(2026, 11, 24, 1, 0);
        var turn = new Turn
        {
            Kind = TurnKind.Message,
            Language = Language.English,
            State = ConversationState.Empty,
            Now = now,
            IsGroup = isGroup,
            Person = new KnownPerson("p", "P", "c", "UTC", "Standard", isContact, "en", "standard")
            {
                VerifiedUntil = typedCode ? now + Duration.FromMinutes(5) : null,
            },
        };
        Assert.Equal(expected, turn.MaySeeAmounts);
    }

    /// <summary>A skill that shows account data takes the place of the opening hours, so that words lead to it.</summary>
    public sealed class AccountBot : IDisposable
    {
        internal BotHost Bot { get; } = BotHost.Start(configure: services => services.ReplaceSkill(new AccountSkill()));

        public void Dispose() => Bot.Dispose();
    }

    private sealed class AccountSkill : ISkill
    {
        public string Name => "hours";

        public bool ShowsAccountData => true;

        public ValueTask<Reply> RespondAsync(Turn turn, CancellationToken cancellationToken) => ValueTask.FromResult(
            new Reply([new ReplyMessage { Text = "the secret amount", Language = "en" }], turn.State));
    }
}
