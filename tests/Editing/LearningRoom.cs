using BillingBot.Knowledge.Articles.Evaluation;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Tests.Articles.Import;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingBot.Tests.Editing;

/// <summary>A bot with a few articles, so that it learns at once, and editors at its suggestions.</summary>
internal sealed class LearningRoom : IAsyncDisposable
{
    public static readonly IProgress<ReleaseProgress> Silent = new Unheard();
    public static readonly LocalDate Today = new(2026, 11, 24);
    private readonly PackFolder _pack = new PackFolder()
        .With("one", PackFolder.Text("one"))
        .With("two", PackFolder.Text("two", "When is the second one due?", "Another answer."))
        .With("talk-to-person", PackFolder.Text("talk-to-person", "I want a person", answer: "", more: "skill: handoff"));

    /// <param name="evaluation">Lines of the evaluation list; null for no list.</param>
    public LearningRoom(string? evaluation = null)
    {
        if (evaluation is not null)
        {
            File.WriteAllText(Path.Combine(_pack.Root, "evaluation.en.jsonl"), evaluation);
        }

        Bot = Start();
    }

    public BotHost Bot { get; }
    public SuggestionDesk Desk => Service<SuggestionDesk>();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    /// <summary>Another replica, when it is given this one's database.</summary>
    public BotHost Start(string? database = null) => BotHost.Start(database, settings: ("Answers:ContentFolder", _pack.Root));

    public T Service<T>() where T : notnull => Bot.Services.GetRequiredService<T>();

    public async Task<IReadOnlyList<SuggestionView>> OpenAsync(SuggestionQuery? query = null)
    {
        var page = await Desk.ReadAsync(Staff.Editor, query ?? new(), Today, Ct);
        Assert.NotNull(page);
        return page.Suggestions;
    }

    /// <summary>A customer asks in vain.</summary>
    /// <returns>Id of the suggestion.</returns>
    public async Task<long> AskedAsync(string question)
    {
        await Bot.Conversation().CustomerSays(question);
        return Assert.Single(await OpenAsync(), view => view.Suggestion.Text == question).Suggestion.Id;
    }

    public Task<QuestionSuggestion> OneAsync(long id) => Bot.ReadAsync(db => db.Suggestions.SingleAsync(suggestion => suggestion.Id == id, Ct));

    public Task<List<string>> AuditAsync() => Bot.ReadAsync(db => db.Audit.Select(entry => entry.Action).ToListAsync(Ct));

    /// <summary>Decides, and waits until customers get it.</summary>
    public static async Task DoneAsync(Task<SuggestionOutcome> deciding) => await Assert.IsType<SuggestionOutcome.Done>(await deciding).InUse.WaitAsync(TimeSpan.FromMinutes(2), Ct);

    public async ValueTask DisposeAsync()
    {
        await Bot.DisposeAsync();
        _pack.Dispose();
    }

    private sealed class Unheard : IProgress<ReleaseProgress>
    {
        public void Report(ReleaseProgress value)
        {
        }
    }
}
