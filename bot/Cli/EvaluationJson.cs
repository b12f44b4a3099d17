using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace BillingBot.Cli;

/// <summary>Writes evaluations with every answer, so that others can compute what they like.</summary>
internal static class EvaluationJson
{
    private static readonly JsonSerializerOptions Readable = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
    };

    public static async Task WriteAsync(string path, IReadOnlyList<EvaluationReport> reports, CancellationToken cancellationToken)
    {
        await using var file = File.Create(path);
        await JsonSerializer.SerializeAsync(
            file,
            reports.Select(report => new
            {
                report.Name,
                report.Articles,
                report.Examples,
                report.Score,
                report.Threshold,
                report.TrainingSeconds,
                P50Milliseconds = report.Percentile(0.5),
                P99Milliseconds = report.Percentile(0.99),
                report.ModelBytes,
                Answers = report.Answers.Select(answer => new
                {
                    answer.Question.Text,
                    answer.Question.Labels,
                    answer.Best,
                    answer.IsAnswered,
                    answer.Offered,
                    answer.Confidence,
                    answer.Answerable,
                }),
            }),
            Readable,
            cancellationToken);
    }
}
