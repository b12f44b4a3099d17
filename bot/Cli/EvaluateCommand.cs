using System.CommandLine;

namespace BillingBot.Cli;

/// <summary>
/// <c>evaluate</c>: how well the bot's own search answers. Exit code 0 when it was measured, 1 when a file is wrong, 130
/// when stopped.
/// </summary>
internal static class EvaluateCommand
{
    private const int Stopped = 130, DefaultFolds = 5, MostFolds = 50;

    public static Command Create(IServiceProvider services)
    {
        var train = new Option<string>("--train") { Description = "Questions to teach, one {\"text\", \"label\"} a line. Without it the shipped articles are cross-validated." };
        var calibrate = new Option<string>("--calibrate") { Description = "More such questions, not taught: confidence is measured on them too." };
        var test = new Option<string>("--test") { Description = "Questions to ask. Without it those of --train are held back by turns." };
        var folds = new Option<int?>("--folds") { Description = $"How many turns to hold questions back in. Default: {DefaultFolds}." };
        var language = new Option<string>("--language") { Description = "Of the questions. Default: found out." };
        language.AcceptOnlyFromAmong("en", "ja");
        var json = new Option<string>("--json") { Description = "Write everything, each answer too, to this file." };
        var command = new Command("evaluate", "Measure how well questions are answered and how well the bot knows what it does not know.")
        {
            train, calibrate, test, folds, language, json,
        };
        command.Validators.Add(result =>
        {
            if (result.GetValue(folds) is < 2 or > MostFolds)
            {
                result.AddError($"--folds must be from 2 to {MostFolds}.");
            }

            if (result.GetValue(train) is null && (result.GetValue(test) ?? result.GetValue(calibrate)) is not null)
            {
                result.AddError("--test and --calibrate need --train.");
            }
        });
        command.SetAction((parsed, cancellationToken) => ExplainAsync(parsed, async () =>
        {
            var run = new EvaluationSession(services, parsed.InvocationConfiguration.Error, parsed.GetValue(folds) ?? DefaultFolds, parsed.GetValue(language));
            var reports = parsed.GetValue(train) is { } file
                ? await run.FilesAsync(file, parsed.GetValue(calibrate), parsed.GetValue(test), cancellationToken)
                : await run.StoreAsync(cancellationToken);
            foreach (var report in reports)
            {
                await parsed.InvocationConfiguration.Output.WriteLineAsync(EvaluationWords.Of(report));
            }

            if (parsed.GetValue(json) is { } path)
            {
                await EvaluationJson.WriteAsync(CallerFolder.ForWriting(path), reports, cancellationToken);
            }
        }));
        return command;
    }

    private static async Task<int> ExplainAsync(ParseResult parsed, Func<Task> evaluate)
    {
        try
        {
            await evaluate();
            return 0;
        }
        catch (Exception wrong) when (wrong is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync(wrong.Message);
            return 1;
        }
        catch (OperationCanceledException)
        {
            await parsed.InvocationConfiguration.Error.WriteLineAsync("Stopped. Nothing was measured.");
            return Stopped;
        }
    }
}
