using BillingBot.Knowledge.Articles.Editing;
using BillingBot.Knowledge.Articles.Embedding;
using BillingBot.Knowledge.Articles.Evaluation;
using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Articles.Learning;
using BillingBot.Knowledge.Articles.Search;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles;

/// <summary>Registers the articles and their search; whoever hosts them binds <see cref="AnswerOptions"/>, names its <see cref="KnownSkills"/> and calls the loader.</summary>
public static class ArticleSetup
{
    public static IServiceCollection AddArticles(this IServiceCollection services)
    {
        services.AddOptions<AnswerOptions>().ValidateOnStart();
        return services
            .AddSingleton<IValidateOptions<AnswerOptions>, AnswerOptionsValidator>()
            .AddSingleton<ArticleImporter>()
            .AddSingleton<EmbeddingModel>()
            .AddSingleton<ArticleStore>()
            .AddSingleton<ArticleLoader>()
            .AddSingleton<ArticleFinder>()
            .AddSingleton<SuggestedArticles>()
            .AddSingleton<PackArticles>()
            .AddSingleton<ArticleRefresh>()
            .AddSingleton<ArticleCatalog>()
            .AddSingleton<ArticleDesk>()
            .AddSingleton<SuggestionDesk>()
            .AddSingleton<NeverAnswerList>()
            .AddSingleton<AnsweredSuggestions>()
            .AddSingleton<SearchExplainer>()
            .AddSingleton<EvaluationList>()
            .AddSingleton<ReleaseCheck>()
            .AddSingleton<LexiconSource>()
            .AddSingleton<Evaluator>()
            .AddSingleton<StoreEvaluator>();
    }
}
