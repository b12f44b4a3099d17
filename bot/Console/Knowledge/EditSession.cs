using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Import;

namespace BillingBot.Console.Knowledge;

/// <summary>An article open in an editor's page: the text as it is typed, in the form or as a file. Nothing but the editor changes it.</summary>
public sealed class EditSession
{
    private string _opened;

    public EditSession(ArticleView view, ArticleReading reading, Func<ArticleFields> empty)
    {
        View = view;
        Fields = reading.Form is { } form ? ArticleFields.Of(form) : view.Text.Length == 0 ? empty() : null;
        Problem = Fields is null ? reading.Problem : null;
        File = view.Text;
        _opened = view.Text.Length == 0 ? "" : Text;
    }

    /// <summary>What the store had when it was opened or saved last.</summary>
    public ArticleView View { get; private set; }

    /// <summary>Null while it is edited as a file.</summary>
    public ArticleFields? Fields { get; private set; }

    /// <summary>The whole file, while it is edited as one.</summary>
    public string File { get; set; }

    /// <summary>Why the file cannot be shown as a form.</summary>
    public ImportError? Problem { get; private set; }

    public string Text => Fields?.ToText() ?? File;

    public bool IsDirty => Text != _opened;

    public ArticleEdit Edit(string? comment) => new(View.Article, Text, View.Version, View.PackHash, comment);

    /// <summary>What was written is what the store has now, or will have; later edits go on from there.</summary>
    public void Saved(ArticleView now) => (View, _opened) = (now, Text);

    /// <summary>Takes a newer version as seen, without taking its text.</summary>
    public void Seen(ArticleView now) => View = now;

    public void ToFile() => (File, Fields, Problem) = (Text, null, null);

    public void ToForm(ArticleReading reading) => (Fields, Problem) = (reading.Form is { } form ? ArticleFields.Of(form) : null, reading.Problem);
}
