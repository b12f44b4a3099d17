using BillingBot.Cases;
using BillingBot.Editing;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Cases;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Editing;

public sealed class CaseDraftTests
{
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_solved_case_becomes_a_draft_that_does_not_tell_whose_it_was()
    {
        await using var bot = BotHost.Start();
        var customer = bot.Conversation(user: TestUser.Alex);
        await customer.CustomerSays("hello");
        var id = await OpenAsync(bot, "How do I split invoice INV-2026-0142 between two cost centres?");
        var desk = bot.Services.GetRequiredService<CaseDesk>();
        await desk.ClaimAsync(Staff.Agent, id, Ct);
        await customer.CustomerSays("Alex here, can you split it in two?");
        await desk.SendAsync(Staff.Agent, id, "1", "Hello Alex Wilber, yes: write *both* cost centres to billing@northwind.example.", Ct);
        await desk.SendAsync(Staff.Agent, id, "2", "We then issue two invoices, each over $600.", Ct);
        await desk.ResolveAsync(Staff.Agent, id, Resolution.Solved, null, Ct);

        var draft = Assert.IsType<DeskOutcome<SavedDraft>.Done>(await Draft(bot).MakeAsync(Staff.Editor, id, Ct)).Value;

        Assert.Null(draft.Problem);
        Assert.Equal(RevisionState.Draft, draft.Revision.State);
        Assert.Contains("How do I split invoice [invoice number] between two cost centres?", draft.Revision.Text);
        Assert.Contains("[name] here, can you split it in two?", draft.Revision.Text);
        Assert.Contains("Hello [name], yes: write *both* cost centres to [e-mail address]", draft.Revision.Text);
        Assert.Contains("each over [amount].", draft.Revision.Text);
        Assert.DoesNotContain("Aiko", draft.Revision.Text);
        Assert.NotEqual(draft.Revision.ArticleId, Assert.IsType<DeskOutcome<SavedDraft>.Done>(await Draft(bot).MakeAsync(Staff.Editor, id, Ct)).Value.Revision.ArticleId);
        Assert.Equal(2, await bot.ReadAsync(db => db.Audit.CountAsync(entry => entry.Action == "case.made-an-article", Ct)));
    }

    [Fact]
    public async Task An_unsolved_case_a_missing_one_and_somebody_without_the_role_give_no_draft()
    {
        await using var bot = BotHost.Start(settings: BotHost.NoArticles);
        await bot.Conversation().CustomerSays("hello");
        var id = await OpenAsync(bot, "help");
        Assert.IsType<DeskOutcome<SavedDraft>.Missing>(await Draft(bot).MakeAsync(Staff.Editor, id, Ct));
        Assert.IsType<DeskOutcome<SavedDraft>.Missing>(await Draft(bot).MakeAsync(Staff.Editor, 999_999, Ct));
        Assert.IsType<DeskOutcome<SavedDraft>.Refused>(await Draft(bot).MakeAsync(Staff.Lead, id, Ct));
    }

    private static CaseDraft Draft(BotHost bot) => bot.Services.GetRequiredService<CaseDraft>();

    private static async Task<long> OpenAsync(BotHost bot, string summary)
    {
        var conversation = await bot.NewestConversationAsync();
        return await bot.OpenCaseInAsync(
            conversation.Id, summary, sender: TestUser.Alex, customerId: "contoso", personId: conversation.PersonId);
    }
}
