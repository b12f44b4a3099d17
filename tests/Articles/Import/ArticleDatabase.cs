using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Articles.Search;
using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Articles.Import;

/// <summary>The articles' services on a real database file, for as long as a test runs.</summary>
internal sealed class ArticleDatabase : IAsyncDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("database");
    private readonly ServiceProvider _services;

    public ArticleDatabase()
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection([new("ConnectionStrings:BillingBot", "Data Source=test.db;Pooling=False")]).Build();
        _services = new ServiceCollection().AddLogging().AddStorage(configuration, _folder.FullName).AddArticles().BuildServiceProvider();
    }

    public ArticleImporter Importer => _services.GetRequiredService<ArticleImporter>();
    public ArticleStore Store => _services.GetRequiredService<ArticleStore>();
    public ArticleFinder Finder => _services.GetRequiredService<ArticleFinder>();

    public async ValueTask CreateAsync()
    {
        await using var db = await OpenAsync();
        await db.Database.MigrateAsync(TestContext.Current.CancellationToken);
    }

    public Task<BillingDb> OpenAsync() =>
        _services.GetRequiredService<IDbContextFactory<BillingDb>>().CreateDbContextAsync(TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await _services.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
