using System.Text.Json;

namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>Reads <c>{"text": "...", "label": "..."}</c>, one a line. The label <c>oos</c> means that nothing answers it; + joins several.</summary>
public static class LabelledFile
{
    private const string Unknown = "oos";
    private const int LongestLabel = 200;

    /// <exception cref="InvalidDataException">A line is wrong, or there is none; the message names file, line and mend.</exception>
    public static async Task<List<LabelledQuestion>> ReadAsync(string path, CancellationToken cancellationToken)
    {
        List<LabelledQuestion> questions = [];
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(path, cancellationToken))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
            {
                questions.Add(Read(line, path, number));
            }
        }

        return questions.Count > 0
            ? questions
            : throw new InvalidDataException($"{path} holds no question. Write one a line: {{\"text\": \"...\", \"label\": \"...\"}}.");
    }

    private static LabelledQuestion Read(string line, string path, int number)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (json.RootElement.ValueKind != JsonValueKind.Object)
            {
                throw Wrong("is not an object", "Write {\"text\": \"...\", \"label\": \"...\"}.");
            }

            var labels = Field("label").Split('+', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
            if (labels.Length == 0 || labels.Any(label => label.Length > LongestLabel))
            {
                throw Wrong("has no usable \"label\"", $"Name an article in at most {LongestLabel} characters, or write {Unknown} when none answers it.");
            }

            return new LabelledQuestion(Field("text"), labels is [Unknown] ? [] : labels);

            string Field(string name) =>
                json.RootElement.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String
                && !string.IsNullOrWhiteSpace(value.GetString())
                    ? value.GetString()!
                    : throw Wrong($"has no \"{name}\"", "Every line needs a text and a label, neither of them empty.");
        }
        catch (JsonException exception)
        {
            throw Wrong("is not JSON", $"{exception.Message} Write {{\"text\": \"...\", \"label\": \"...\"}}.");
        }

        InvalidDataException Wrong(string problem, string mend) => new($"{path}, line {number} {problem}. {mend}");
    }
}
