using BillingBot.Knowledge.Articles.Search;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>The shipped synonyms and off-topic questions.</summary>
public sealed class LexiconSource(IOptions<AnswerOptions> options)
{
    internal Task<Lexicon> LoadAsync(IEnumerable<string> languages, CancellationToken cancellationToken) =>
        Lexicon.LoadAsync(ContentFolders.Shipped(options.Value), languages, cancellationToken);
}
