using System.Text;

namespace BillingBot.Knowledge.Articles.Import;

/// <summary>The names of an enum's values as files spell them: <c>NewCommerce</c> is <c>new-commerce</c>.</summary>
internal static class KebabNames<TEnum> where TEnum : struct, Enum
{
    private static readonly Dictionary<string, TEnum> ByName = Enum.GetValues<TEnum>()
        .ToDictionary(value => Kebab(value.ToString()), StringComparer.Ordinal);

    public static string All => string.Join(", ", ByName.Keys);

    public static string NameOf(TEnum value) => Kebab(value.ToString());

    public static bool TryParse(string text, out TEnum value) => ByName.TryGetValue(text, out value);

    private static string Kebab(string name)
    {
        var kebab = new StringBuilder();
        for (var index = 0; index < name.Length; index++)
        {
            var startsPart = char.IsUpper(name[index]) || (char.IsDigit(name[index]) && !char.IsDigit(name[index - 1]));
            if (index > 0 && startsPart)
            {
                kebab.Append('-');
            }

            kebab.Append(char.ToLowerInvariant(name[index]));
        }

        return kebab.ToString();
    }
}
