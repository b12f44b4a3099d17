using BillingBot.Conversation;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Storage;
using BillingBot.Tests.Articles.Import;
using BillingBot.Tests.Host;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Time.Testing;
using NodaTime;

namespace BillingBot.Tests.Articles.Editing;

/// <summary>Editors at their desk, over a pack of a few files and a database of its own.</summary>
internal sealed class DeskRoom : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("database");
    private readonly ServiceProvider _services;

    private DeskRoom()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:BillingBot", "Data Source=test.db;Pooling=False")]).Build();
        _services = new ServiceCollection().AddLogging().AddStorage(configuration, _folder.FullName).AddArticles()
            .AddSingleton(new KnownSkills(PackFolder.Skills))
            .AddSingleton<IClock>(new ProviderClock(new FakeTimeProvider(BotHost.Tuesday)))
            .Configure<AnswerOptions>(options => options.ContentFolder = Pack.Root)
            .BuildServiceProvider();
    }

    public PackFolder Pack { get; } = new PackFolder().With("one", PackFolder.Text("one")).With("two", PackFolder.Text("two"));
    public ArticleDesk Desk => _services.GetRequiredService<ArticleDesk>();
    public ArticleCatalog Catalog => _services.GetRequiredService<ArticleCatalog>();
    private static CancellationToken Ct => TestContext.Current.CancellationToken;

    public static async Task<DeskRoom> OpenAsync()
    {
        var room = new DeskRoom();
        await using var db = await room.DatabaseAsync();
        await db.Database.MigrateAsync(Ct);
        await room.LoadAsync();
        return room;
    }

    /// <summary>As at every start of the bot.</summary>
    public Task LoadAsync() => _services.GetRequiredService<ArticleLoader>().LoadAsync(Ct);

    /// <summary>What customers get; null for nothing.</summary>
    public async Task<string?> AnswerAsync(string id)
    {
        await using var db = await DatabaseAsync();
        return await db.Articles.Where(article => article.Id == id && article.Language == "en").Select(article => article.Answer).SingleOrDefaultAsync(Ct);
    }

    public async Task<ArticleView> ViewAsync(string id) =>
        Assert.IsType<DeskOutcome<ArticleView>.Done>(await Catalog.OpenAsync(Host.Staff.Editor, Key(id), Ct)).Value;

    /// <summary>An edit by somebody who has the newest version before them.</summary>
    public async Task<ArticleEdit> EditAsync(string id, string text)
    {
        var view = await ViewAsync(id);
        return new ArticleEdit(Key(id), text, view.Version, view.PackHash);
    }

    public async Task<ArticleRevision> PublishAsync(string id, string text) => Assert.IsType<DeskOutcome<PublishedEdit>.Done>(
        await Desk.PublishAsync(Host.Staff.Editor, await EditAsync(id, text), Ct)).Value.Revision;

    public static ArticleKey Key(string id) => new(id, "en");

    public Task<BillingDb> DatabaseAsync() => _services.GetRequiredService<IDbContextFactory<BillingDb>>().CreateDbContextAsync(Ct);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
        Pack.Dispose();
    }
}
