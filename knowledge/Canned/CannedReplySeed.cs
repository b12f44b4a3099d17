using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;
using YamlDotNet.Serialization;
using YamlDotNet.Serialization.NamingConventions;

namespace BillingBot.Knowledge.Canned;

/// <summary>Gives a new database the shipped replies, once: what a lead has taken out of use does not come back.</summary>
public sealed class CannedReplySeed(DbWriter writer, IClock clock)
{
    private const string Bot = "BillingBot";
    private static readonly string File = Path.Combine(AppContext.BaseDirectory, "Content", "canned-replies.yaml");

    public async Task SeedAsync(CancellationToken cancellationToken)
    {
        var yaml = await System.IO.File.ReadAllTextAsync(File, cancellationToken);
        var shipped = new DeserializerBuilder().WithNamingConvention(CamelCaseNamingConvention.Instance).Build()
            .Deserialize<List<ShippedReply>>(yaml);
        await writer.CommitAsync(
            async (db, token) =>
            {
                if (!await db.CannedReplies.AnyAsync(token))
                {
                    db.AddRange(shipped.Select(Row));
                }

                return await db.SaveChangesAsync(token);
            },
            cancellationToken);
    }

    private CannedReply Row(ShippedReply reply) => new()
    {
        TitleEn = reply.En.Title,
        TitleJa = reply.Ja.Title,
        TextEn = reply.En.Text.Trim(),
        TextJa = reply.Ja.Text.Trim(),
        Version = 1,
        ChangedAt = clock.GetCurrentInstant(),
        ChangedBy = Bot,
    };

    private sealed class ShippedReply
    {
        public Wording En { get; init; } = new();
        public Wording Ja { get; init; } = new();
    }

    private sealed class Wording
    {
        public string Title { get; init; } = "";
        public string Text { get; init; } = "";
    }
}
