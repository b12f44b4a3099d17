using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>
/// The articles that should be in use, out of the files found and the versions in use now. A later folder's file
/// replaces an earlier one of the same id; a file with a problem leaves the version in use as it is.
/// </summary>
internal sealed class Pack
{
    private readonly IReadOnlyDictionary<(string Language, string Id), Article> _inUse;
    private readonly Dictionary<(string Language, string Id), ArticleFile[]> _files;
    private readonly Dictionary<(string Language, string Words), string> _owners = [];
    private readonly List<Article> _articles = [];
    private readonly List<ImportError> _errors = [];

    public Pack(IReadOnlyList<ArticleFile> files, IReadOnlyDictionary<(string Language, string Id), Article> inUse)
    {
        _inUse = inUse;
        _errors.AddRange(files.Select(file => file.Error).OfType<ImportError>());
        _files = files.GroupBy(file => (file.Language, file.Id)).ToDictionary(group => group.Key, group => group.ToArray());
        foreach (var versions in _files.Values.Where(versions => versions[^1].Article is null))
        {
            Keep(versions);
        }

        var whole = _files.Values.Where(versions => versions[^1].Article is not null).ToList();
        foreach (var versions in whole.Where(versions => versions.Length == 1).Concat(whole.Where(versions => versions.Length > 1)))
        {
            Take(versions);
        }
    }

    public IReadOnlyList<Article> Articles => _articles;
    public IReadOnlyList<ImportError> Errors => _errors;

    private void Take(ArticleFile[] versions)
    {
        var file = versions[^1];
        if ((FindLostFollowUp(file) ?? FindDuplicate(file)) is { } error)
        {
            _errors.Add(error);
            Keep(versions);
        }
        else
        {
            Add(file.Article!);
        }
    }

    private void Keep(ArticleFile[] versions)
    {
        var key = (versions[^1].Language, versions[^1].Id);
        var fallback = _inUse.GetValueOrDefault(key) ?? versions[..^1].LastOrDefault(version => version.Article is not null)?.Article;
        if (fallback is not null)
        {
            Add(fallback);
        }
    }

    private void Add(Article article)
    {
        _articles.Add(article);
        foreach (var words in Words(article))
        {
            _owners.TryAdd((article.Language, TextFolding.Fold(words)), article.Id);
        }
    }

    private ImportError? FindDuplicate(ArticleFile file)
    {
        foreach (var words in Words(file.Article!))
        {
            if (_owners.TryGetValue((file.Language, TextFolding.Fold(words)), out var owner))
            {
                return file.Problem(words, $"'{words}' is already a title or question of '{owner}'.", "Word one of the two differently.");
            }
        }

        return null;
    }

    private ImportError? FindLostFollowUp(ArticleFile file)
    {
        foreach (var id in file.Article!.FollowUps)
        {
            if (!_files.TryGetValue((file.Language, id), out var target))
            {
                return file.Problem(id, $"The follow-up '{id}' does not exist in this language.", "Correct the id or remove it.");
            }

            if (file.Article.Audience == Audience.Customer && target[^1].Article?.Audience == Audience.Staff)
            {
                return file.Problem(id, $"The follow-up '{id}' is for staff only.", "Offer customers an article of their own.");
            }
        }

        return null;
    }

    private static IEnumerable<string> Words(Article article) => article.Questions.Prepend(article.Title);
}
