using BillingBot.Knowledge.Billing.Collections;
using BillingBot.Knowledge.Staff;
using BillingBot.Tests.Billing.Suspensions;
using Microsoft.EntityFrameworkCore;

namespace BillingBot.Tests.Cli;

/// <summary>What staff see and do on the command line until there is a console.</summary>
public sealed class StaffCommandTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_request_is_asked_for_once_more_and_no_is_no()
    {
        using var scene = SuspensionScene.Start();
        const string Command = "suspension request --subscription contoso-sales --reason Late";
        var no = await scene.Bot.TypesAsync("alice", Command);
        Assert.Equal((1, 0), (no.ExitCode, await scene.Bot.ReadAsync(db => db.Suspensions.CountAsync(Token))));
        Assert.Contains("Contoso Ltd", no.Output, StringComparison.Ordinal);
        var yes = await scene.Bot.TypesAsync("alice", Command, "y\n");
        Assert.Equal(0, yes.ExitCode);
        Assert.Contains("suspension approve 1", yes.Output, StringComparison.Ordinal);
        Assert.Equal(1, (await scene.Bot.TypesAsync("bob", "suspension approve 1", "n\n")).ExitCode);
        Assert.Equal(0, (await scene.Bot.TypesAsync("bob", "suspension approve 1", "yes\n")).ExitCode);
    }

    [Theory]
    [InlineData("suspension request --subscription contoso-sales")]
    [InlineData("suspension request --subscription contoso-sales --reason \" \" --yes")]
    [InlineData("suspension approve one")]
    [InlineData("suspension approve 99 --yes")]
    [InlineData("suspension show 99")]
    [InlineData("suspension confirm 99")]
    [InlineData("dispute close INV-2026-0137 --resolution \" \"")]
    [InlineData("dispute close INV-9999 --resolution x")]
    [InlineData("staff done 99")]
    [InlineData("ledger import /nowhere.csv")]
    public async Task What_cannot_be_ends_with_a_failure_and_a_word(string command)
    {
        using var scene = SuspensionScene.Start();
        var saw = await scene.Bot.TypesAsync("alice", command);
        Assert.Equal(1, saw.ExitCode);
        Assert.NotEmpty(saw.Errors);
        Assert.DoesNotContain("   at ", saw.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tasks_and_the_audit_are_listed_and_a_task_is_closed_once()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestAsync();
        await scene.WriteAsync(db => Task.FromResult(db.Add(new StaffTask
        {
            Kind = StaffTaskKind.Dispute,
            CustomerId = "contoso",
            Subject = "INV-1 is disputed",
            Detail = "\u001b[2J\u202Ewipe the screen 🙈",
            CreatedAt = scene.Now,
        })));
        var tasks = await scene.Bot.TypesAsync("bob", "staff tasks");
        Assert.Contains("waits for a second person", tasks.Output, StringComparison.Ordinal);
        Assert.Contains("wipe the screen 🙈", tasks.Output, StringComparison.Ordinal);
        Assert.DoesNotContain('\u001b', tasks.Output);
        Assert.DoesNotContain('\u202E', tasks.Output);
        var disputed = await scene.Bot.ReadAsync(db => db.StaffTasks.SingleAsync(task => task.Kind == StaffTaskKind.Dispute, Token));
        Assert.Equal(0, (await scene.Bot.TypesAsync("bob", $"staff done {disputed.Id} --by \"Bob B.\"")).ExitCode);
        Assert.Equal(1, (await scene.Bot.TypesAsync("bob", $"staff done {disputed.Id}")).ExitCode);
        Assert.DoesNotContain("INV-1", (await scene.Bot.TypesAsync("bob", "staff tasks")).Output, StringComparison.Ordinal);
        Assert.Contains("done by staff:Bob B. (bob)", (await scene.Bot.TypesAsync("bob", "staff tasks --all")).Output, StringComparison.Ordinal);

        var audit = await scene.Bot.TypesAsync("bob", "staff audit --customer contoso");
        Assert.Contains("staff:alice  suspension.requested  suspension:1", audit.Output, StringComparison.Ordinal);
        Assert.Contains("Nothing.", (await scene.Bot.TypesAsync("bob", "staff audit --customer fabrikam")).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("ja", "請求への異議", "INV-2026-0137：", "全1件。")]
    [InlineData("en", "Disputed invoice", "INV-2026-0137 is disputed", "1 in all.")]
    public async Task Tasks_are_told_in_the_readers_language(string language, params string[] said)
    {
        using var scene = SuspensionScene.Start();
        await scene.WriteAsync(db => Task.FromResult(db.Add(new StaffTask
        {
            Kind = StaffTaskKind.Dispute,
            CustomerId = "contoso",
            Subject = "INV-2026-0137 is disputed",
            DedupeKey = CollectionsTaskKeys.OfDispute("INV-2026-0137", 1),
            CreatedAt = scene.Now,
        })));
        var saw = await scene.Bot.TypesAsync("bob", $"staff tasks --language {language}");
        Assert.All(said, words => Assert.Contains(words, saw.Output, StringComparison.Ordinal));
        Assert.NotEqual(0, (await scene.Bot.TypesAsync("bob", "staff tasks --language fr")).ExitCode);
    }

    [Fact]
    public async Task A_request_is_listed_and_shown_with_its_history()
    {
        using var scene = SuspensionScene.Start();
        await scene.RequestedAndApprovedAsync();
        Assert.Contains("1  Approved  Suspend contoso-sales", (await scene.Bot.TypesAsync("carol", "suspension list")).Output, StringComparison.Ordinal);
        await scene.WorkAsync();
        Assert.Contains("None.", (await scene.Bot.TypesAsync("carol", "suspension list")).Output, StringComparison.Ordinal);
        Assert.Contains("1  Done", (await scene.Bot.TypesAsync("carol", "suspension list --all")).Output, StringComparison.Ordinal);
        var shown = await scene.Bot.TypesAsync("carol", "suspension show 1");
        Assert.Contains("suspension.approved", shown.Output, StringComparison.Ordinal);
        Assert.Contains("About:         INV-2026-0122", shown.Output, StringComparison.Ordinal);
    }
}
