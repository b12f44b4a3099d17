using BillingBot.Knowledge.Articles;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Articles;

public sealed class AnswerOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.NotNull(Options(_ => { }));

    [Fact]
    public void A_bad_value_names_its_key_and_what_would_do()
    {
        AssertRefused(options => options.Precision = 1, "Answers:Precision is 1. Set it from 0.5 to 0.999");
        AssertRefused(options => options.MinimumConfidence = 1, "Answers:MinimumConfidence is 1. Set it from 0.5 to 0.999");
        AssertRefused(options => options.MinimumChoiceConfidence = double.NaN, "Answers:MinimumChoiceConfidence is NaN");
        AssertRefused(options => options.MinimumSuggestionConfidence = 0.6, "Answers:MinimumSuggestionConfidence is 0.6");
        AssertRefused(options => options.LongestQuestion = 5, "Answers:LongestQuestion is 5");
        AssertRefused(options => options.ContentFolder = "", "Answers:ContentFolder is empty");
    }

    private static void AssertRefused(Action<AnswerOptions> configure, string message) =>
        Assert.Contains(message, Assert.Throws<OptionsValidationException>(() => Options(configure)).Message);

    private static AnswerOptions Options(Action<AnswerOptions> configure) => new ServiceCollection().AddArticles().Configure(configure)
        .BuildServiceProvider().GetRequiredService<IOptions<AnswerOptions>>().Value;
}
