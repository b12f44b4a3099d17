using BillingBot.Conversation;
using BillingBot.Knowledge.Billing.Invoices;
using BillingBot.Knowledge.Staff;
using BillingBot.Skills.Share;
using BillingBot.Tests.Host;
using BillingBot.Tests.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Skills.Share;

/// <summary>Somebody who may not see amounts asks their billing contact.</summary>
public sealed class ShareSkillTests(SharedBot shared) : IClassFixture<SharedBot>, IAsyncLifetime
{
    private readonly BotHost _bot = shared.Bot;

    private CustomerConversation Sam => field ??= _bot.Conversation("msteams", TestUser.Sam);

    public async ValueTask InitializeAsync()
    {
        await _bot.ForgetAllAsync();
        await _bot.WhenIdleAsync();
        _bot.Channel.TakeAll();

        // Of two conversations of one moment neither is the newest.
        _bot.Clock.Advance(TimeSpan.FromMinutes(1));
        await _bot.WriteAsync(db => db.Invoices.Where(invoice => invoice.Number.StartsWith("INV-2026-99")).ExecuteDeleteAsync());
        for (var number = 1; number <= 7; number++)
        {
            await AddInvoiceAsync($"INV-2026-990{number}", "contoso");
        }

        await AddInvoiceAsync("INV-2026-9988", "fabrikam");
    }

    [Theory]
    [InlineData("en")]
    [InlineData("ja")]
    public async Task The_button_s_label_asks_the_contact_by_mail_and_tells_staff_and_says_so(string language)
    {
        var label = _bot.Services.GetRequiredService<ShareSkill>().Label(Language.FromLocale(language)!, "INV-2026-9901");
        var reply = await Sam.CustomerSays(label);
        Assert.Contains("Alex Wilber", reply.Text, StringComparison.Ordinal);
        Assert.Contains("INV-2026-9901", reply.Text, StringComparison.Ordinal);
        var mail = await _bot.ReadAsync(db => db.Mails.SingleAsync());
        Assert.Equal(Codes.Alex, mail.To);
        Assert.Contains("Sam Carter would like to see invoice INV-2026-9901", mail.Body, StringComparison.Ordinal);
        var task = await _bot.ReadAsync(db => db.StaffTasks.SingleAsync());
        Assert.Equal((StaffTaskKind.AccessRequest, "contoso"), (task.Kind, task.CustomerId));
        Assert.Contains("Sam Carter (contoso-sam)", task.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_button_works_for_whatever_form_the_partner_s_numbers_have()
    {
        await _bot.WriteAsync(db => db.Invoices.Where(invoice => invoice.Number == "RG/9901.26").ExecuteDeleteAsync());
        await AddInvoiceAsync("RG/9901.26", "contoso");
        var reply = await Sam.CustomerSays(_bot.Services.GetRequiredService<ShareSkill>().Label(Language.English, "RG/9901.26"));
        Assert.Contains("Alex Wilber", reply.Text, StringComparison.Ordinal);
        Assert.Contains("RG/9901.26", reply.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_contact_whom_the_bot_has_met_hears_of_it_in_their_own_chat()
    {
        var alex = _bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays("who am I");
        await Sam.CustomerSays("please share INV-2026-9901 with me");
        var told = await _bot.Channel.NextAsync();
        await _bot.WhenIdleAsync();
        Assert.Equal(alex.Id, told.ConversationId);
        Assert.Contains("Sam Carter would like to see invoice INV-2026-9901", told.AllText, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_is_asked_once_a_day_and_only_so_many_things()
    {
        await Sam.CustomerSays("share INV-2026-9901 with me");
        Assert.Contains("went out today already", (await Sam.CustomerSays("share INV-2026-9901 with me")).Text, StringComparison.Ordinal);
        for (var number = 2; number <= 5; number++)
        {
            Assert.Contains("by e-mail", (await Sam.CustomerSays($"share INV-2026-990{number} with me")).Text, StringComparison.Ordinal);
        }

        Assert.Contains("no more until tomorrow", (await Sam.CustomerSays("share INV-2026-9906 with me")).Text, StringComparison.Ordinal);
        Assert.Equal(5, await _bot.ReadAsync(db => db.Mails.CountAsync()));
        _bot.Clock.Advance(TimeSpan.FromDays(1));
        Assert.Contains("by e-mail", (await Sam.CustomerSays("share INV-2026-9906 with me")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Asked_in_many_chats_at_once_it_is_still_asked_once()
    {
        await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => _bot.Conversation("msteams", TestUser.Sam).CustomerSays("share INV-2026-9901 with me")));
        Assert.Equal((1, 1), (await _bot.ReadAsync(db => db.Mails.CountAsync()), await _bot.ReadAsync(db => db.StaffTasks.CountAsync())));
    }

    [Fact]
    public async Task A_stranger_s_invoice_is_not_found_in_the_words_of_one_that_does_not_exist()
    {
        var stranger = await Sam.CustomerSays("share INV-2026-9988 with me");
        var missing = await Sam.CustomerSays("share INV-2026-9999 with me");
        Assert.Equal(missing.Text.Replace("9999", "9988", StringComparison.Ordinal), stranger.Text);
        Assert.Empty(await _bot.ReadAsync(db => db.Mails.ToListAsync()));
    }

    [Fact]
    public async Task The_contact_themselves_need_not_ask_and_a_guest_is_asked_who_they_are()
    {
        Assert.Contains("billing contact yourself", (await _bot.Conversation("msteams", TestUser.Alex).CustomerSays("share INV-2026-9901 with me")).Text, StringComparison.Ordinal);
        Assert.Contains("people I recognise", (await _bot.Conversation("emulator").CustomerSays("share INV-2026-9901 with me")).Text, StringComparison.Ordinal);
        Assert.Empty(await _bot.ReadAsync(db => db.StaffTasks.ToListAsync()));
    }

    [Fact]
    public async Task Without_a_contact_staff_alone_are_told_and_that_is_what_is_said()
    {
        await _bot.WriteAsync(db => db.People.ExecuteUpdateAsync(row => row.SetProperty(person => person.IsBillingContact, false)));
        Assert.Contains("I have told our staff", (await Sam.CustomerSays("share INV-2026-9901 with me")).Text, StringComparison.Ordinal);
        Assert.Equal(1, await _bot.ReadAsync(db => db.StaffTasks.CountAsync()));
    }

    [Fact]
    public async Task A_name_with_a_line_break_starts_no_header_and_no_markup_in_the_contact_s_chat()
    {
        await _bot.WriteAsync(db => db.People.Where(person => person.Id == "contoso-sam")
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Name, "Sam\r\nBcc: victim@example.com")));
        await Sam.CustomerSays("share INV-2026-9901 with me");
        Assert.Equal(Codes.Alex, (await _bot.ReadAsync(db => db.Mails.SingleAsync())).To);
    }

    [Fact]
    public async Task A_name_with_a_link_in_it_is_no_link_in_the_contact_s_chat()
    {
        await _bot.WriteAsync(db => db.People.Where(person => person.Id == "contoso-sam")
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Name, "[Sam](https://evil.example)")));
        var alex = _bot.Conversation("msteams", TestUser.Alex);
        await alex.CustomerSays("who am I");
        _bot.Channel.TakeAll();
        var sam = await Sam.CustomerSays("share INV-2026-9901 with me");
        await _bot.WhenIdleAsync();
        var told = Assert.Single(_bot.Channel.TakeAll(), sent => sent.ConversationId == alex.Id).AllText;
        foreach (var text in new[] { told, (await Sam.CustomerSays("who am I")).Text })
        {
            Assert.Contains("Sam", text, StringComparison.Ordinal);
            Assert.DoesNotContain("[Sam](", text, StringComparison.Ordinal);
            Assert.DoesNotContain("https://evil", text, StringComparison.Ordinal);
        }

        Assert.Contains("Alex Wilber", sam.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task In_a_group_nobody_learns_whether_the_invoice_is_there()
    {
        var group = _bot.Group(TestUser.Sam);
        var own = await group.CustomerSays("share INV-2026-9901 with me");
        Assert.Contains("write to me directly", own.Text, StringComparison.Ordinal);
        Assert.Equal(own.Text, (await group.CustomerSays("share INV-2026-9999 with me")).Text);
        Assert.Empty(await _bot.ReadAsync(db => db.Mails.ToListAsync()));
    }

    [Fact]
    public async Task What_an_endless_message_says_at_its_end_is_not_read()
    {
        await Sam.CustomerSays($"{new string('x', 5_000)} share INV-2026-9901 with me");
        Assert.Empty(await _bot.ReadAsync(db => db.Mails.ToListAsync()));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    private Task<int> AddInvoiceAsync(string number, string customer) => _bot.WriteAsync(db =>
    {
        db.Add(new Invoice
        {
            CustomerId = customer,
            Number = number,
            NumberKey = InvoiceNumbers.Key(number),
            Currency = "USD",
            PeriodStart = new LocalDate(2026, 10, 1),
            PeriodEnd = new LocalDate(2026, 10, 31),
            IssuedOn = new LocalDate(2026, 11, 1),
            DueOn = new LocalDate(2026, 12, 1),
        });
        return db.SaveChangesAsync();
    });
}
