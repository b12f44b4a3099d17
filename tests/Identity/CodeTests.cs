using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Identity;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Identity;

/// <summary>Codes under repetition and at once, where a conversation cannot show it.</summary>
public class CodeTests(SharedBot shared) : IClassFixture<SharedBot>, IAsyncLifetime
{
    private const string Sender = "29:guest";
    private readonly BotHost _bot = shared.Bot;
    private long _sequence;

    public async ValueTask InitializeAsync() => await _bot.ForgetAllAsync();

    public ValueTask DisposeAsync()
    {
        GC.SuppressFinalize(this);
        return ValueTask.CompletedTask;
    }

    private CodeRedeemer Redeemer => _bot.Services.GetRequiredService<CodeRedeemer>();

    [Fact]
    public async Task The_same_turn_run_again_gives_the_same_answer_and_counts_once()
    {
        await IssueAsync(1, sequence: 1);
        await IssueAsync(1, sequence: 1);
        Assert.Equal(1, await _bot.ReadAsync(db => db.Mails.CountAsync()));
        var code = await _bot.CodeForAsync(Codes.Alex);
        Assert.Equal(4, Assert.IsType<CodeRedemption.Wrong>(await RedeemAsync(1, Codes.Wrong(code), 2)).TriesLeft);
        Assert.Equal(4, Assert.IsType<CodeRedemption.Wrong>(await RedeemAsync(1, Codes.Wrong(code), 2)).TriesLeft);
        var first = Assert.IsType<CodeRedemption.Verified>(await RedeemAsync(1, code, 3));
        var again = Assert.IsType<CodeRedemption.Verified>(await RedeemAsync(1, code, 3));
        Assert.Equal(("contoso-alex", first.Until), (again.Person.Id, again.Until));
        Assert.IsType<CodeRedemption.NoCode>(await RedeemAsync(1, code, 4));
        Assert.Equal(1, await _bot.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "sender.verified")));
    }

    [Fact]
    public async Task The_right_code_twenty_times_at_once_counts_once()
    {
        await IssueAsync(1);
        var code = await _bot.CodeForAsync(Codes.Alex);
        var results = await Task.WhenAll(Enumerable.Range(100, 20).Select(sequence => RedeemAsync(1, code, sequence)));
        Assert.Single(results, result => result is CodeRedemption.Verified);
    }

    [Fact]
    public async Task The_same_code_at_once_in_two_conversations_counts_in_its_own_only()
    {
        await IssueAsync(1);
        var code = await _bot.CodeForAsync(Codes.Alex);
        await IssueAsync(2);
        var results = await Task.WhenAll(
            Enumerable.Range(100, 20).Select(number => RedeemAsync(1 + (number % 2), code, number)));
        Assert.Single(results, result => result is CodeRedemption.Verified);
        Assert.Equal(1, (await _bot.ReadAsync(db => db.VerifiedSenders.SingleAsync())).ConversationId);
    }

    [Fact]
    public async Task Fifty_guesses_at_once_are_five_tries()
    {
        await IssueAsync(1);
        var code = await _bot.CodeForAsync(Codes.Alex);
        var results = await Task.WhenAll(
            Enumerable.Range(1, 50).Select(number => RedeemAsync(1, Codes.Wrong(code, number), 100 + number)));
        Assert.Equal(4, results.Count(result => result is CodeRedemption.Wrong));
        Assert.Equal(46, results.Count(result => result is CodeRedemption.Locked));
        Assert.Equal(5, (await _bot.ReadAsync(db => db.VerificationCodes.SingleAsync())).Tries);
        Assert.IsType<CodeRedemption.Locked>(await RedeemAsync(1, code, 999));
    }

    [Theory]
    [InlineData(Codes.Alex)]
    [InlineData("CONTOSO-Alex@Example.com")]
    [InlineData("nobody@example.com")]
    public async Task An_address_gets_three_codes_an_hour_from_however_many_conversations_at_once(string address)
    {
        var issues = await Task.WhenAll(Enumerable.Range(1, 20).Select(conversation => IssueAsync(conversation, address: address)));
        Assert.Equal(3, issues.Count(issue => issue is CodeIssue.Issued));
        Assert.Equal(17, issues.Count(issue => issue is CodeIssue.TooMany));
        _bot.Clock.Advance(TimeSpan.FromMinutes(61));
        Assert.IsType<CodeIssue.Issued>(await IssueAsync(1, address: address));
    }

    [Fact]
    public async Task A_conversation_gets_five_codes_an_hour_for_whatever_addresses()
    {
        var issues = await Task.WhenAll(Enumerable.Range(1, 20).Select(number => IssueAsync(1, address: $"a{number}@example.com")));
        Assert.Equal(5, issues.Count(issue => issue is CodeIssue.Issued));
    }

    [Fact]
    public async Task All_instances_on_a_database_share_one_limit()
    {
        using var strict = BotHost.Start(settings: ("Verification:CodesPerHour", "4"));
        var issuer = strict.Services.GetRequiredService<CodeIssuer>();
        var issues = await Task.WhenAll(Enumerable.Range(1, 10).Select(number => issuer.IssueAsync(
            new CodeRequest(number, 1, Sender, $"a{number}@example.com", Write), TestContext.Current.CancellationToken)));
        Assert.Equal(4, issues.Count(issue => issue is CodeIssue.Issued));
    }

    [Fact]
    public async Task A_replaced_code_is_not_compared_any_more_and_tries_are_bounded_by_the_codes_an_hour()
    {
        var tried = 0;
        while (await IssueAsync(1) is CodeIssue.Issued)
        {
            var code = await _bot.CodeForAsync(Codes.Alex);
            for (var number = 0; number < 4; number++, tried++)
            {
                Assert.IsType<CodeRedemption.Wrong>(await RedeemAsync(1, Codes.Wrong(code), ++_sequence + 1_000));
            }
        }

        Assert.Equal(12, tried);
    }

    [Fact]
    public async Task An_address_that_two_customers_share_is_nobody_s()
    {
        await _bot.WriteAsync(db => db.People.Where(person => person.Id == "fabrikam-kim")
            .ExecuteUpdateAsync(row => row.SetProperty(person => person.Email, Codes.Alex)));
        Assert.IsType<CodeIssue.Issued>(await IssueAsync(1));
        Assert.Empty(await _bot.ReadAsync(db => db.Mails.ToListAsync()));
    }

    [Fact]
    public async Task The_database_holds_neither_the_code_nor_the_address_of_a_guest()
    {
        await IssueAsync(1, address: "somebody@example.com");
        await IssueAsync(2);
        var code = await _bot.CodeForAsync(Codes.Alex);
        var rows = await _bot.ReadAsync(db => db.VerificationCodes.ToListAsync());
        Assert.All(rows, row => Assert.Equal((32, 32), (row.CodeHash.Length, row.AddressHash.Length)));
        Assert.DoesNotContain(rows, row => System.Text.Encoding.UTF8.GetString(row.CodeHash).Contains(code, StringComparison.Ordinal));
        Assert.Equal(rows.Count, rows.Select(row => Convert.ToHexString(row.CodeHash)).Distinct().Count());
    }

    [Fact]
    public async Task A_person_who_is_no_billing_contact_any_more_gets_nothing_for_the_code()
    {
        await IssueAsync(1);
        var code = await _bot.CodeForAsync(Codes.Alex);
        await _bot.WriteAsync(db => db.People.ExecuteUpdateAsync(row => row.SetProperty(person => person.IsBillingContact, false)));
        Assert.IsType<CodeRedemption.NoCode>(await RedeemAsync(1, code, 99));
    }

    private static CodeMail Write(Person person, string code) => new("Subject", code, "en");

    private Task<CodeIssue> IssueAsync(long conversation, long? sequence = null, string address = Codes.Alex) =>
        _bot.Services.GetRequiredService<CodeIssuer>().IssueAsync(
            new CodeRequest(conversation, sequence ?? Interlocked.Increment(ref _sequence), Sender, address, Write),
            TestContext.Current.CancellationToken);

    private Task<CodeRedemption> RedeemAsync(long conversation, string code, long sequence) =>
        Redeemer.RedeemAsync(conversation, sequence, Sender, code, TestContext.Current.CancellationToken);
}
