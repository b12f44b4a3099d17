using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace BillingBot.Knowledge.Articles;

internal sealed class ArticleTable : IEntityTypeConfiguration<Article>
{
    public void Configure(EntityTypeBuilder<Article> builder)
    {
        builder.HasKey(article => new { article.Id, article.Language });
        builder.PrimitiveCollection(article => article.Questions);
        builder.PrimitiveCollection(article => article.FollowUps);
    }
}
