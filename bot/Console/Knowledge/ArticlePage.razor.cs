using BillingBot.Console.Identity;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Evaluation;
using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Staff;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Routing;
using Microsoft.JSInterop;

namespace BillingBot.Console.Knowledge;

/// <summary>One article: editors change it, other staff read it.</summary>
public sealed partial class ArticlePage
{
    private EditSession? _session;
    private ArticleRevision? _conflict;
    private IReadOnlyList<string> _problems = [];
    private string? _done;
    private string? _comment;
    private bool _mayEdit;
    private bool _isBusy;
    private bool _isRead;
    private ReleaseProgress? _progress;
    private ReleaseComparison? _worse;
    private string? _unchecked;

    [Parameter]
    public string Language { get; set; } = "en";

    [Parameter]
    public string Id { get; set; } = "";

    /// <summary>Put in, not saved.</summary>
    [SupplyParameterFromQuery]
    public string? Question { get; set; }

    [SupplyParameterFromQuery]
    public string? Title { get; set; }

    [Inject]
    private ArticleCatalog Catalog { get; set; } = null!;

    [Inject]
    private ArticleDesk Desk { get; set; } = null!;

    [Inject]
    private ReleaseCheck Check { get; set; } = null!;

    [Inject]
    private CurrentStaff Current { get; set; } = null!;

    [Inject]
    private IJSRuntime Browser { get; set; } = null!;

    [Inject]
    private Moments Times { get; set; } = null!;

    private string Heading => _session?.Fields?.Title is { Length: > 0 } title ? title : Id;

    /// <summary>As customers would see what is typed; null while it cannot be read.</summary>
    private ArticleFields? Shown => _session?.Fields
        ?? (_session is { } raw && Catalog.Read(raw.View.Article, raw.File).Form is { } form ? ArticleFields.Of(form) : null);

    protected override async Task OnParametersSetAsync()
    {
        if (_session?.View.Article != new ArticleKey(Id, Language))
        {
            _session = null;
            _done = null;
            await OpenAsync();
            if (_session?.Fields is { } fields && _mayEdit && Question is { Length: > 0 } question)
            {
                fields.AddQuestion(question);
                _done = "QuestionAdded";
            }
        }
    }

    private Task<ArticleView?> ReadAsync(StaffUser staff) => ReadAsync(staff, Language);

    private async Task<ArticleView?> ReadAsync(StaffUser staff, string language) =>
        await Catalog.OpenAsync(staff, new(Id, language), CancellationToken.None) is DeskOutcome<ArticleView>.Done(var view) ? view : null;

    /// <summary>
    /// Whether there is, or was, such an article, or it is about to be written: under a title of its own, or as the translation of
    /// one. A mistyped address is none of these.
    /// </summary>
    private async Task<bool> IsThereAsync(StaffUser staff, ArticleView view) => view.Text.Length > 0
        || (_mayEdit && (view.Newest is not null || Title is { Length: > 0 } || await ReadAsync(staff, Language == "ja" ? "en" : "ja") is { Text.Length: > 0 }));

    /// <summary>Shows what the store has, in the place of what was typed.</summary>
    private async Task OpenAsync()
    {
        var staff = await Current.GetAsync();
        _mayEdit = staff.Is(StaffRole.KnowledgeEditor);
        if (await ReadAsync(staff) is { } view && await IsThereAsync(staff, view))
        {
            _session = new(
                view,
                Catalog.Read(view.Article, view.Text),
                () => ArticleFields.New(view.Article, Title ?? "", "", Say[$"Source.{Language}"], Times.Today));
        }

        _isRead = true;
        Clear();
    }

    private void Clear() => (_conflict, _problems, _done, _worse, _unchecked) = (null, [], null, null, null);

    private void Touched() => _done = null;

    private Task SaveAsync() => DoAsync(async staff => After(await Desk.SaveDraftAsync(staff, _session!.Edit(_comment), CancellationToken.None), "Saved"));

    private Task PublishAsync()
    {
        Clear();
        _problems = [.. _session!.Fields?.Problems().Select(problem => Say[problem]) ?? []];
        return _problems.Count > 0
            ? Task.CompletedTask
            : DoAsync(async staff => await IsGoodAsync(staff) ? await PublishAsync(staff) : null);
    }

    private Task PublishAnywayAsync() => DoAsync(PublishAsync);

    private async Task<string?> PublishAsync(StaffUser staff) =>
        await InUseAsync(await Desk.PublishAsync(staff, _session!.Edit(_comment), CancellationToken.None), "Published");

    /// <summary>Whether it can be published without a warning.</summary>
    private async Task<bool> IsGoodAsync(StaffUser staff)
    {
        var outcome = await Check.CompareAsync(staff, _session!.Edit(_comment), new Progress(this), CancellationToken.None);
        _progress = null;
        _worse = outcome is ReleaseOutcome.Compared({ IsWorse: true } comparison) ? comparison : null;
        _unchecked = outcome is ReleaseOutcome.Unreadable(var why) ? why : null;
        return _worse is null;
    }

    private async Task WithdrawAsync()
    {
        var view = _session!.View;
        if (await ConfirmAsync(view.PackText is null ? "TakeOutSure" : "WithdrawSure"))
        {
            await DoAsync(
                async staff => await InUseAsync(await Desk.WithdrawAsync(staff, view.Article, view.Version, _comment, CancellationToken.None), "Withdrawn"),
                reopen: true);
        }
    }

    private async Task DiscardAsync()
    {
        if (await ConfirmAsync("DiscardSure"))
        {
            await DoAsync(
                async staff => After(await Desk.DiscardDraftAsync(staff, _session!.View.Article, _session.View.Version, CancellationToken.None), "Discarded"),
                reopen: true);
        }
    }

    private async Task RestoreAsync(int version)
    {
        if (!_session!.IsDirty || await ConfirmAsync("LeaveSure"))
        {
            await DoAsync(
                async staff => After(await Desk.RestoreAsync(staff, _session.View.Article, version, _session.View.Version, CancellationToken.None), "Restored"),
                reopen: true);
        }
    }

    private async Task KeepMineAsync()
    {
        if (await ReadAsync(await Current.GetAsync()) is { } view)
        {
            _session!.Seen(view);
        }

        Clear();
        _done = "Kept";
    }

    /// <param name="work">Does it and returns what to say; null when it was not done.</param>
    /// <param name="reopen">Show what the store has then, in the place of what was typed.</param>
    private async Task DoAsync(Func<StaffUser, Task<string?>> work, bool reopen = false)
    {
        Clear();
        _isBusy = true;
        var staff = await Current.GetAsync();
        if (await work(staff) is { } said)
        {
            if (reopen)
            {
                await OpenAsync();
            }
            else if (await ReadAsync(staff) is { } view)
            {
                _session!.Saved(view);
            }

            (_comment, _done) = (null, said);
        }

        _isBusy = false;
    }

    /// <summary>Customers get it once the bot has learned it.</summary>
    private async Task<string?> InUseAsync(DeskOutcome<PublishedEdit> outcome, string said)
    {
        if (outcome is DeskOutcome<PublishedEdit>.Done(var published))
        {
            _done = "Learning";
            StateHasChanged();
            await published.InUse;
        }

        return After(outcome, said);
    }

    private string? After<T>(DeskOutcome<T> outcome, string said)
    {
        switch (outcome)
        {
            case DeskOutcome<T>.Done:
                return said;
            case DeskOutcome<T>.Conflict(var newest):
                _conflict = newest;
                return null;
            case DeskOutcome<T>.Invalid(var found):
                _problems = [.. found.Select(Text)];
                return null;
            default:
                _problems = [Say["Refused"]];
                return null;
        }
    }

    private string Text(ImportError error) => error.Line > 0
        ? Say["Problem", Path.GetFileName(error.File), error.Line, error.Problem, error.Mend]
        : $"{error.Problem} {error.Mend}";

    private async Task<bool> ConfirmAsync(string key) => await Browser.InvokeAsync<bool>("confirm", Say[key]);

    /// <summary>Told from wherever the check runs; not at every question.</summary>
    private sealed class Progress(ArticlePage page) : IProgress<ReleaseProgress>
    {
        private const int Step = 10;

        public void Report(ReleaseProgress value)
        {
            if (value.Asked % Step == 0)
            {
                _ = page.InvokeAsync(() =>
                {
                    page._progress = page._isBusy ? value : null;
                    page.StateHasChanged();
                });
            }
        }
    }

    private async Task StayOrLeaveAsync(LocationChangingContext leaving)
    {
        if (_mayEdit && _session?.IsDirty == true && !await ConfirmAsync("LeaveSure"))
        {
            leaving.PreventNavigation();
        }
    }
}
