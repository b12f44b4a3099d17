using System.Text;
using BillingBot.Knowledge.Storage.Replicas;

namespace BillingBot.Replicas;

/// <summary>News as text: the teller on the first line, then one a line.</summary>
internal static class Wire
{
    private const string Everything = "*";

    /// <param name="me">The teller.</param>
    /// <param name="news">None of it with a line break; null for everything.</param>
    /// <returns>As many texts as it takes.</returns>
    public static IEnumerable<string> Write(string me, IReadOnlyCollection<(News News, string About)>? news)
    {
        if (news is null)
        {
            yield return $"{me}\n{Everything}";
            yield break;
        }

        var text = new StringBuilder(me);
        var used = me.Length;
        foreach (var (kind, about) in news)
        {
            var line = $"\n{kind} {about}";
            var length = Encoding.UTF8.GetByteCount(line);
            if (used > me.Length && used + length > ReplicaLine.Longest)
            {
                yield return text.ToString();
                text.Clear().Append(me);
                used = me.Length;
            }

            if (used + length <= ReplicaLine.Longest)
            {
                text.Append(line);
                used += length;
            }
        }

        if (used > me.Length)
        {
            yield return text.ToString();
        }
    }

    /// <summary>What another replica told; what a newer release tells and this one does not know is left out.</summary>
    /// <param name="me">Whose own words are not heard.</param>
    /// <param name="text">What came.</param>
    /// <returns>Null: everything may be new.</returns>
    public static IReadOnlyList<(News News, string About)>? Read(string me, string text)
    {
        var lines = text.Split('\n');
        if (lines[0] == me)
        {
            return [];
        }

        var news = new List<(News, string)>();
        foreach (var line in lines.Skip(1))
        {
            if (line == Everything)
            {
                return null;
            }

            var space = line.IndexOf(' ', StringComparison.Ordinal);
            if (space > 0 && Enum.TryParse<News>(line.AsSpan(0, space), out var kind))
            {
                news.Add((kind, line[(space + 1)..]));
            }
        }

        return news;
    }
}
