using System.Globalization;

namespace BillingBot.Benchmarks;

/// <summary>Articles about things that do not exist, of five questions each, to see what a large store costs.</summary>
internal static class MadeArticles
{
    private const int Syllables = 15, Words = Syllables * Syllables * Syllables, Parts = 97;
    private static readonly string[] Doings = ["clean", "replace", "order", "return", "adjust", "store", "paint", "measure", "repair", "move"];
    private static readonly string[] Asked = ["how do I {0} the {1} {2}", "can I {0} a {1} {2} myself", "what do I need to {0} our {1} {2}", "please tell me how to {0} {1} and {2}", "{0} {1} {2}"];

    /// <param name="folder">For <c>Answers:OwnContentFolder</c>.</param>
    /// <param name="count">How many.</param>
    /// <param name="stop">Gives up.</param>
    public static async Task WriteAsync(string folder, int count, CancellationToken stop)
    {
        var place = Directory.CreateDirectory(Path.Combine(folder, "en")).FullName;
        for (var number = 0; number < count; number++)
        {
            var doing = Doings[number % Doings.Length];
            var (thing, part) = (Word(number), Word((number / Words * Parts) + (number % Parts)));
            var questions = Asked.Select(asked => $"""  - "{string.Format(CultureInfo.InvariantCulture, asked, doing, thing, part)}" """.TrimEnd());
            await File.WriteAllTextAsync(
                Path.Combine(place, string.Create(CultureInfo.InvariantCulture, $"made-{number}.md")),
                $"""
                ---
                id: made-{number}
                language: en
                title: "{doing} {thing} {part} {number}"
                topic: made-{number}
                product: any
                era: any
                cloud: any
                audience: customer
                source: "The benchmark"
                reviewedOn: 2026-11-23
                questions:
                {string.Join('\n', questions)}
                ---
                To {doing} the {part} of a {thing}, follow what is written on it.

                """,
                stop);
        }
    }

    /// <summary>Three syllables, the same for the same number.</summary>
    private static string Word(int number) => $"{Syllable(number)}{Syllable(number / Syllables)}{Syllable(number / Syllables / Syllables)}";

    private static string Syllable(int number) => $"{"bdfklmnprstvzgh"[number % Syllables]}{"aeiou"[number % 5]}";
}
