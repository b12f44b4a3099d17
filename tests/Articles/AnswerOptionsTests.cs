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
        AssertRefused(options => options.MinimumConfidence = 1, "Answers:MinimumConfidence must be from 0.5 to 0.999.");
        AssertRefused(options => options.MinimumChoiceConfidence = 0, "Answers:MinimumChoiceConfidence must be");
        AssertRefused(options => options.MinimumSuggestionConfidence = 0.6, "Answers:MinimumSuggestionConfidence must be");
        AssertRefused(options => options.LongestQuestion = 5, "Answers:LongestQuestion must be");
        AssertRefused(options => options.ContentFolder = "", "Answers:ContentFolder is empty");
    }

    private static void AssertRefused(Action<AnswerOptions> configure, string message) =>
        Assert.Contains(message, Assert.Throws<OptionsValidationException>(() => Options(configure)).Message);

    private static AnswerOptions Options(Action<AnswerOptions> configure) => new ServiceCollection().AddArticles().Configure(configure)
        .BuildServiceProvider().GetRequiredService<IOptions<AnswerOptions>>().Value;
}
