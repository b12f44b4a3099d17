using System.CommandLine;
using System.Text.Json;
using BillingBot.Cli;
using BillingBot.Knowledge.Articles;
using Microsoft.Extensions.DependencyInjection;

namespace BillingBot.Tests.Cli;

public sealed class EvaluateCommandTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("billingbot-evaluate-").FullName;

    [Fact]
    public async Task Files_are_taught_and_asked_and_every_measure_is_told_and_written()
    {
        var json = Path.Combine(_folder, "out.json");
        var (exit, output, errors) = await RunAsync(
            "--train", Write("train.jsonl", Questions(0, 8)), "--calibrate", Write("calibrate.jsonl", Questions(8, 10)),
            "--test", Write("test.jsonl", [.. Questions(10, 12), ("how do I cook rice", "oos"), ("where is invoice 4", "invoice+refund")]), "--json", json);
        Assert.Equal(0, exit);
        Assert.Contains("Training on", errors, StringComparison.Ordinal);
        foreach (var measure in new[] { "Accuracy", "AUROC", "FPR95", "Coverage at 95 %", "own threshold", "precision", "unanswerable", "p50 / p99", "MB" })
        {
            Assert.Contains(measure, output, StringComparison.Ordinal);
        }

        using var written = JsonDocument.Parse(await File.ReadAllTextAsync(json, TestContext.Current.CancellationToken));
        var score = written.RootElement[0].GetProperty("score");
        Assert.Equal(1, score.GetProperty("accuracy").GetProperty("value").GetDouble(), 3);
        Assert.Equal(1, score.GetProperty("unanswerable").GetInt32());
        Assert.Equal(8, written.RootElement[0].GetProperty("answers").GetArrayLength());
    }

    [Fact]
    public async Task Without_a_test_file_the_questions_are_held_back_by_turns()
    {
        var (exit, output, _) = await RunAsync("--train", Write("train.jsonl", Questions(0, 6)), "--folds", "3");
        Assert.Equal(0, exit);
        Assert.Contains("18 asked", output, StringComparison.Ordinal);
        Assert.Contains("Worst articles", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_wrong_is_told_with_its_line_and_exit_code_1()
    {
        var bad = Path.Combine(_folder, "bad.jsonl");
        await File.WriteAllTextAsync(bad, "{\"text\":\"a\",\"label\":\"b\"}\n{\"text\":\"a\"}\n", TestContext.Current.CancellationToken);
        var (exit, _, errors) = await RunAsync("--train", bad);
        Assert.Equal(1, exit);
        Assert.Contains("line 2 has no \"label\"", errors, StringComparison.Ordinal);

        Assert.Equal(1, (await RunAsync("--train", Path.Combine(_folder, "missing.jsonl"))).ExitCode);
        Assert.Equal(1, (await RunAsync("--train", Write("oos.jsonl", [("a", "oos"), ("b", "oos")]), "--test", Write("t.jsonl", [("a", "oos")]))).ExitCode);
        Assert.NotEqual(0, (await RunAsync("--test", bad)).ExitCode);
        Assert.NotEqual(0, (await RunAsync("--train", bad, "--folds", "1")).ExitCode);
    }

    [Fact]
    public async Task It_can_be_stopped()
    {
        using var stop = new CancellationTokenSource();
        await stop.CancelAsync();
        var (exit, _, errors) = await RunAsync(stop.Token, "--train", Write("train.jsonl", Questions(0, 6)));
        Assert.Equal(130, exit);
        Assert.Contains("Stopped", errors, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static (string Text, string Label)[] Questions(int from, int to) => [.. Enumerable.Range(from, to - from).SelectMany(number =>
        new[]
        {
            ($"where is invoice {Word(number)} of my company", "invoice"),
            ($"please refund payment {Word(number)} to us", "refund"),
            ($"our address in {Word(number)} has changed", "address"),
        })];

    private static string Word(int number) => new((char)('a' + number), 5);

    private string Write(string name, params (string Text, string Label)[] questions)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllLines(path, questions.Select(question => JsonSerializer.Serialize(new { text = question.Text, label = question.Label })));
        return path;
    }

    private static Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args) =>
        RunAsync(TestContext.Current.CancellationToken, args);

    private static async Task<(int ExitCode, string Output, string Errors)> RunAsync(CancellationToken cancellationToken, params string[] args)
    {
        await using var services = new ServiceCollection().AddLogging().AddArticles()
            .AddDbContextFactory<Knowledge.Storage.BillingDb>().BuildServiceProvider();
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var exit = await new RootCommand { EvaluateCommand.Create(services) }.Parse(["evaluate", .. args]).InvokeAsync(
            new InvocationConfiguration { Output = output, Error = errors, EnableDefaultExceptionHandler = false }, cancellationToken);
        return (exit, output.ToString(), errors.ToString());
    }
}
