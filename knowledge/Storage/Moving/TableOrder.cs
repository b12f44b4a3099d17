using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingBot.Knowledge.Storage.Moving;

/// <summary>The tables in an order in which each comes after those it refers to.</summary>
internal static class TableOrder
{
    public static IReadOnlyList<IEntityType> Of(IModel model)
    {
        var ordered = new List<IEntityType>();
        var left = model.GetEntityTypes().OrderBy(entity => entity.Name, StringComparer.Ordinal).ToList();
        while (left.Count > 0)
        {
            var next = left.Find(entity => entity.GetForeignKeys()
                .All(key => key.PrincipalEntityType == entity || ordered.Contains(key.PrincipalEntityType)))
                ?? throw new InvalidOperationException($"The tables refer to each other in a circle: {string.Join(", ", left.Select(entity => entity.Name))}.");
            ordered.Add(next);
            left.Remove(next);
        }

        return ordered;
    }
}
