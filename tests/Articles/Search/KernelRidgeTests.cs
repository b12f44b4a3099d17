using BillingBot.Knowledge.Articles.Search;

namespace BillingBot.Tests.Articles.Search;

/// <summary>The short cuts that confidence rests on, against doing it the long way.</summary>
public sealed class KernelRidgeTests
{
    private const int Examples = 40, Classes = 4;
    private static readonly float[][] Points = [.. Enumerable.Range(0, Examples).Select(row =>
        Enumerable.Range(0, 6).Select(column => MathF.Sin((row * 7) + (column * 3) + (row % Classes))).ToArray())];

    private static readonly int[] Labels = [.. Enumerable.Range(0, Examples).Select(row => row % (Classes + 1) == Classes ? -1 : row % (Classes + 1))];

    [Fact]
    public void An_inverse_times_its_matrix_is_one()
    {
        var matrix = Similarities([.. Enumerable.Range(0, Examples)]);
        for (var row = 0; row < Examples; row++)
        {
            matrix[row, row] += 1;
        }

        var inverse = matrix.Inverse();
        for (var row = 0; row < Examples; row++)
        {
            for (var column = 0; column < Examples; column++)
            {
                Assert.Equal(row == column ? 1 : 0, SymmetricMatrix.Dot(matrix.Row(row), inverse.Row(column)), 1e-3f);
            }
        }
    }

    [Fact]
    public void Leaving_one_out_says_what_training_without_it_says()
    {
        var whole = Train([.. Enumerable.Range(0, Examples)]);
        foreach (var held in new[] { 0, 4, 17, 39 })
        {
            AssertSame(ScoresTrainedWithout([held], held), whole.ScoresWithout(held));
        }
    }

    [Fact]
    public void Leaving_a_class_out_says_what_training_without_it_says()
    {
        int[] members = [.. Enumerable.Range(0, Examples).Where(example => Labels[example] == 2)];
        var scores = Train([.. Enumerable.Range(0, Examples)]).ScoresWithout(members);
        AssertSame(ScoresTrainedWithout(members, members[1]), scores[1]);
    }

    private static float[] ScoresTrainedWithout(int[] held, int asked)
    {
        int[] rest = [.. Enumerable.Range(0, Examples).Except(held)];
        return Train(rest).Scores([.. rest.Select(example => SymmetricMatrix.Dot(Points[example], Points[asked]))]);
    }

    private static KernelRidge Train(int[] examples) =>
        new(Similarities(examples), [.. examples.Select(example => Labels[example])], Classes, ridge: 1);

    private static SymmetricMatrix Similarities(int[] examples)
    {
        var matrix = new SymmetricMatrix(examples.Length);
        for (var row = 0; row < examples.Length; row++)
        {
            for (var column = 0; column < examples.Length; column++)
            {
                matrix[row, column] = SymmetricMatrix.Dot(Points[examples[row]], Points[examples[column]]);
            }
        }

        return matrix;
    }

    private static void AssertSame(float[] expected, float[] actual)
    {
        for (var index = 0; index < Classes; index++)
        {
            Assert.Equal(expected[index], actual[index], 1e-3f);
        }
    }
}
