using System.CommandLine;
using System.Globalization;
using BillingBot.Knowledge.Articles;
using BillingBot.Startup;

namespace BillingBot.Cli;

/// <summary>
/// <c>train</c>: imports the articles and trains the ranking ahead, so that no first start has to. Publishing does it for the shipped articles
/// (<see cref="AnswerOptions.TrainedFolder"/> says where it is kept).
/// </summary>
internal static class TrainCommand
{
    public static Command Create(IServiceProvider services)
    {
        var command = new Command("train", "Import the articles and train the ranking now, so that the next start need not.");
        command.SetAction(async (parsed, cancellationToken) =>
        {
            await services.GetRequiredService<DatabasePreparation>().PrepareAsync(cancellationToken);
            var report = await services.GetRequiredService<ArticleLoader>().LoadAsync(cancellationToken);
            foreach (var error in report.Errors)
            {
                await parsed.InvocationConfiguration.Error.WriteLineAsync(error.ToString());
            }

            await parsed.InvocationConfiguration.Output.WriteLineAsync(string.Create(
                CultureInfo.InvariantCulture, $"Trained with {report.Added + report.Changed + report.Unchanged} articles."));
            return report.Errors.Count > 0 ? 1 : 0;
        });
        return command;
    }
}
