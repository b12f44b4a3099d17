using BillingBot.Knowledge.Articles.Search;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Articles.Search;

/// <summary>What was trained is there after a restart, and answers the same; a file that is not whole is no reason not to start.</summary>
public sealed class TrainingFilesTests : IDisposable
{
    private const int Many = 2_100;
    private static readonly Featurizer Featurizer = new(Synonyms.None);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billingbot-trained-");
    private readonly CapturedLogs _logs = new();

    private TrainingFiles Files => new(_folder.FullName, shipped: null, _logs.CreateLogger("trained"));

    public void Dispose() => _folder.Delete(recursive: true);

    [Theory]
    [InlineData(6, 200)]
    [InlineData(10_000, Many)]
    public void A_training_for_few_examples_or_many_answers_the_same_when_it_is_read_again(int plan, int questions)
    {
        var trained = Train(plan, questions);

        Files.Save("key", trained);
        var read = Files.Load("key");

        Assert.NotNull(read);
        Assert.Equal(Best(trained, "send the invoice again"), Best(read, "send the invoice again"));
        Assert.Equal(trained.Calibration.Curve.ThresholdFor(0.9), read.Calibration.Curve.ThresholdFor(0.9));
        Assert.Equal(trained.Ranker.Similarities(Featurizer.Read("refund")), read.Ranker.Similarities(Featurizer.Read("refund")));
        Assert.Empty(_logs.Lines);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(20)]
    [InlineData(400)]
    public void A_file_that_is_cut_off_is_told_in_one_line_and_not_used(int length)
    {
        Files.Save("key", Train(6, 200));
        var file = Assert.Single(_folder.GetFiles());
        File.WriteAllBytes(file.FullName, File.ReadAllBytes(file.FullName)[..length]);

        Assert.Null(Files.Load("key"));
        Assert.StartsWith("Warning", Assert.Single(_logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_made_from_something_else_is_not_found()
    {
        Files.Save("key", Train(6, 200));
        Assert.Null(Files.Load("other"));
        Assert.Empty(_logs.Lines);
    }

    [Fact]
    public void Only_the_last_few_are_kept()
    {
        var trained = Train(6, 200);
        for (var number = 0; number < 12; number++)
        {
            Files.Save($"{number}", trained);
        }

        Assert.Equal(8, _folder.GetFiles().Length);
        Assert.NotNull(Files.Load("11"));
    }

    [Fact]
    public void A_folder_that_cannot_be_written_is_told_in_one_line()
    {
        var file = Path.Combine(_folder.FullName, "a-file");
        File.WriteAllText(file, "");
        new TrainingFiles(file, shipped: null, _logs.CreateLogger("trained")).Save("key", Train(6, 200));
        Assert.StartsWith("Warning", Assert.Single(_logs.Lines), StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_published_with_the_program_is_used_and_nothing_is_written_beside_it()
    {
        Files.Save("key", Train(6, 200));
        var bot = new TrainingFiles(folder: null, _folder.FullName, _logs.CreateLogger("trained"));

        bot.Save("other", Train(6, 200));

        Assert.NotNull(bot.Load("key"));
        Assert.Null(bot.Load("other"));
        Assert.Single(_folder.GetFiles());
        Assert.Empty(_logs.Lines);
    }

    private static Training Train(int plan, int questions)
    {
        var ranker = new TopicRanker(
        [
            .. Enumerable.Range(0, 12).Select(number => Example($"where is invoice of customer {(char)('a' + number)}", 0)),
            .. Enumerable.Range(0, 12).Select(number => Example($"refund my payment {(char)('a' + number)}", 1)),
        ], TrainingPlan.For(plan, topics: 2), CancellationToken.None);
        List<HeldOut> held = [.. Enumerable.Range(0, questions).Select(number => new HeldOut(
            ranker.Rank(Featurizer.Read(number % 3 == 0 ? "refund the customer" : "the invoice please"), _ => true, 3), number % 4 == 0 ? -1 : 0, QuestionKind.Answerable))];
        return new Training(ranker, new Calibration(held, []));
    }

    private static (int Topic, float Probability, float Confidence) Best(Training training, string text)
    {
        var ranked = training.Ranker.Rank(Featurizer.Read(text), _ => true, 3);
        return (ranked.Topics[0].Topic, ranked.Topics[0].Probability, training.Calibration.Best(ranked.Evidence!));
    }

    private static Example Example(string text, int topic) => new(Featurizer.Read(text), topic, IsQuestion: true);
}
