using System.Collections;
using System.Globalization;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore.Metadata;

namespace BillingBot.Knowledge.Storage.Moving;

/// <summary>A number that two rows have in common only when every column of them is the same, whichever database they were read from.</summary>
internal sealed class RowDigest
{
    private readonly PropertyInfo[] _columns;

    public RowDigest(IEntityType entity) => _columns = [.. entity.GetProperties().Select(property =>
        property.PropertyInfo ?? throw new InvalidOperationException($"{entity.Name}.{property.Name} is no property of the class and would not be moved."))];

    public byte[] Of(object row)
    {
        var text = new StringBuilder();
        foreach (var column in _columns)
        {
            var value = Text(column.GetValue(row));
            text.Append(CultureInfo.InvariantCulture, $"{value?.Length ?? -1}:{value}");
        }

        return SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString()));
    }

    private static string? Text(object? value) => value switch
    {
        null => null,
        string text => StorableText.Of(text),
        byte[] bytes => Convert.ToHexString(bytes),
        IFormattable formattable => formattable.ToString(null, CultureInfo.InvariantCulture),
        IEnumerable several => string.Concat(several.Cast<object?>().Select(Text).Select(one => string.Create(CultureInfo.InvariantCulture, $"{one?.Length ?? -1}:{one}"))),
        _ => value.ToString(),
    };
}
