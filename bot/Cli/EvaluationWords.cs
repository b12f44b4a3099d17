using System.Globalization;
using System.Text;
using BillingBot.Knowledge.Articles.Evaluation;

namespace BillingBot.Cli;

/// <summary>An evaluation as text.</summary>
internal static class EvaluationWords
{
    private const int Listed = 10;

    public static string Of(EvaluationReport report)
    {
        var score = report.Score;
        var text = new StringBuilder();
        Line($"{report.Name}: {report.Articles} articles, {report.Examples} questions taught, {score.Answerable + score.Unanswerable} asked, {score.Unanswerable} of them unanswerable");
        Row("Accuracy of the answerable", Percent(score.Accuracy));
        Row("Known against unknown: AUROC", Number(score.Auroc));
        Row("Known against unknown: FPR95", Number(score.Fpr95));
        Row("Coverage at 95 % precision (threshold from these questions)", Percent(score.CoverageAt95));
        Row(string.Create(CultureInfo.InvariantCulture, $"At the bot's own threshold ({report.Threshold:F3}): coverage"), Percent(score.Coverage));
        Row("  precision of its answers", Percent(score.Precision));
        Row("  unanswerable ones answered", Percent(score.UnknownAnswered));
        Row("  a choice of a few offered instead", Percent(score.ChoiceOffered));
        Row("    with the right one among them", Percent(score.ChoiceRight));
        Row("Training", string.Create(CultureInfo.InvariantCulture, $"{report.TrainingSeconds:F1} s"));
        Row("One search, p50 / p99", string.Create(CultureInfo.InvariantCulture, $"{report.Percentile(0.5):F2} / {report.Percentile(0.99):F2} ms"));
        Row("Model", string.Create(CultureInfo.InvariantCulture, $"{report.ModelBytes / 1e6:F1} MB ({report.ModelBytes} bytes)"));
        if (report.ListsWorst)
        {
            List("Worst articles, wrong of asked:", report.Worst(Listed).Select(worst => $"{worst.Label}  {worst.Wrong} of {worst.Asked}"));
            List("Taken for another:", report.Confused(Listed).Select(pair => $"{pair.Right}  for  {pair.Instead}  {pair.Times} times"));
        }

        return text.ToString();

        void Line(string line) => text.AppendLine(line);
        void Row(string name, string value) => text.Append("  ").Append(name.PadRight(62)).AppendLine(value);
        void List(string title, IEnumerable<string> lines)
        {
            Line($"  {title}");
            foreach (var line in lines)
            {
                Line($"    {line}");
            }
        }
    }

    private static string Percent(Interval? share) => share is null
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{share.Value * 100:F1} %  ({share.Low * 100:F1} to {share.High * 100:F1})");

    private static string Number(Interval? number) => number is null
        ? "-"
        : string.Create(CultureInfo.InvariantCulture, $"{number.Value:F3}  ({number.Low:F3} to {number.High:F3})");
}
