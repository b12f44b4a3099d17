using BillingBot.Knowledge.Articles.Evaluation;

namespace BillingBot.Tests.Articles.Evaluation;

public sealed class LabelledFileTests : IDisposable
{
    private readonly string _path = Path.GetTempFileName();

    [Fact]
    public async Task A_line_is_a_question_with_one_label_several_or_none_that_answers_it()
    {
        var questions = await ReadAsync("""
            {"text": "where is my card", "label": "card_arrival"}

            {"label": "fees+handoff", "text": "手数料は？ 😀", "more": 1}
            {"text": "what size wipers", "label": "oos"}
            """);
        Assert.Equal(["where is my card", "手数料は？ 😀", "what size wipers"], questions.Select(question => question.Text));
        Assert.Equal(["card_arrival"], questions[0].Labels);
        Assert.Equal(["fees", "handoff"], questions[1].Labels);
        Assert.False(questions[2].IsAnswerable);
    }

    [Theory]
    [InlineData("nonsense", "is not JSON")]
    [InlineData("[1]", "is not an object")]
    [InlineData("{\"text\": \"hello\"}", "has no \"label\"")]
    [InlineData("{\"text\": \"hello\", \"label\": \" \"}", "has no \"label\"")]
    [InlineData("{\"text\": \"hello\", \"label\": \"+\"}", "has no usable \"label\"")]
    [InlineData("{\"text\": \"\", \"label\": \"a\"}", "has no \"text\"")]
    [InlineData("{\"text\": 7, \"label\": \"a\"}", "has no \"text\"")]
    public async Task A_wrong_line_is_named_by_file_and_number(string line, string problem)
    {
        var error = await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync($"{{\"text\": \"a\", \"label\": \"b\"}}\n{line}"));
        Assert.StartsWith($"{_path}, line 2 {problem}", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_file_is_told() =>
        Assert.Contains("holds no question", (await Assert.ThrowsAsync<InvalidDataException>(() => ReadAsync("\n \n"))).Message, StringComparison.Ordinal);

    public void Dispose() => File.Delete(_path);

    private async Task<IReadOnlyList<LabelledQuestion>> ReadAsync(string text)
    {
        await File.WriteAllTextAsync(_path, text, TestContext.Current.CancellationToken);
        return await LabelledFile.ReadAsync(_path, TestContext.Current.CancellationToken);
    }
}
