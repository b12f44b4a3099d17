using System.Text.Json;
using System.Text.Json.Serialization;

namespace BillingBot.Tests.Articles.Evaluation;

/// <summary>What a customer writes and what would answer it; a line of <c>turns.LANGUAGE.jsonl</c>.</summary>
/// <param name="Text">The words as sent, with their mistakes and line breaks.</param>
/// <param name="Label">Ids of the articles that answer, joined by <c>+</c>; <c>oos</c> where the store has none.</param>
/// <param name="Kind">How it is written, or why nothing answers; see README.md.</param>
/// <param name="Previous">Of a follow-up: the article answered before.</param>
/// <param name="PreviousText">Of a follow-up: the question it answered.</param>
internal sealed record EvaluationTurn(string Text, string Label, string Kind, string? Previous = null, string? PreviousText = null)
{
    public const string OutOfScope = "oos";

    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public bool HasAnswer => Label != OutOfScope;

    public IReadOnlyList<string> Answers => HasAnswer ? Label.Split('+') : [];

    public static async Task<IReadOnlyList<EvaluationTurn>> AllAsync(string language)
    {
        var file = $"turns.{language}.jsonl";
        using var lines = new StreamReader(typeof(EvaluationTurn).Assembly.GetManifestResourceStream(file)!);
        List<EvaluationTurn> turns = [];
        while (await lines.ReadLineAsync() is { } line)
            turns.Add(Read(line, $"{file} line {turns.Count + 1}"));
        return turns;
    }

    private static EvaluationTurn Read(string line, string place)
    {
        try
        {
            return JsonSerializer.Deserialize<EvaluationTurn>(line, Strict)!;
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"{place}: {broken.Message}", broken);
        }
    }
}
