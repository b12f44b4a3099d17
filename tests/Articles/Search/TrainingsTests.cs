using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

/// <summary>The same examples are trained once, other ones anew; who waits for a training that another stops trains it himself.</summary>
public sealed class TrainingsTests
{
    [Fact]
    public void Examples_that_were_trained_are_not_trained_again()
    {
        var trained = 0;
        var key = KeyOf("how do I pay", 0);
        Training Train()
        {
            trained++;
            return new Training(null!, null!);
        }

        var first = Trainings.Of(key, Train, CancellationToken.None);

        Assert.Same(first, Trainings.Of(KeyOf("how do I pay", 0), Train, CancellationToken.None));
        Assert.Equal(1, trained);
    }

    [Theory]
    [InlineData("how do I pay now", 0, "a", "b")]
    [InlineData("how do I pay", 1, "a", "b")]
    [InlineData("how do I pay", 0, "ab", "")]
    public void Another_text_topic_or_name_is_another_training(string text, int topic, string first, string second) =>
        Assert.NotEqual(KeyOf("how do I pay", 0), Trainings.KeyOf(Synonyms.None, [new Taught(text, topic, IsQuestion: true)], [first, second], []));

    [Fact]
    public async Task A_training_that_another_stops_is_done_again_for_who_waits()
    {
        using var stop = new CancellationTokenSource();
        var (runs, waits) = (new TaskCompletionSource(), new TaskCompletionSource());
        var key = KeyOf("stopped in the middle", 0);
        var stopped = Task.Run(() => Trainings.Of(
            key,
            () =>
            {
                runs.SetResult();
                waits.Task.GetAwaiter().GetResult();
                stop.Token.ThrowIfCancellationRequested();
                return new Training(null!, null!);
            },
            stop.Token));
        await runs.Task;
        var other = Task.Run(() => Trainings.Of(key, () => new Training(null!, null!), CancellationToken.None));

        await stop.CancelAsync();
        waits.SetResult();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stopped);
        Assert.NotNull(await other);
    }

    [Fact]
    public void Other_synonyms_are_another_training() => Assert.NotEqual(
        KeyOf("how do I pay", 0),
        Trainings.KeyOf(new Synonyms([["invoice", "bill"]]), [new Taught("how do I pay", 0, IsQuestion: true)], ["a", "b"], []));

    private static string KeyOf(string text, int topic) => Trainings.KeyOf(Synonyms.None, [new Taught(text, topic, IsQuestion: true)], ["a", "b"], []);
}
