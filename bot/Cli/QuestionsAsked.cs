using System.Globalization;

namespace BillingBot.Cli;

/// <summary>Tells now and then how many questions were asked.</summary>
internal sealed class QuestionsAsked(TextWriter errors) : IProgress<int>
{
    private const int Every = 1_000;

    public void Report(int value)
    {
        if (value % Every == 0)
        {
            errors.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{value} questions asked"));
        }
    }
}
