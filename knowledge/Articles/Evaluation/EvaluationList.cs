using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>
/// The partner's list of questions by which a release is judged: <c>evaluation.{language}.jsonl</c> in the content folders
/// (see <see cref="LabelledFile"/>; labels are ids of articles). One in the partner's own folder replaces the shipped one.
/// </summary>
public sealed class EvaluationList(IOptions<AnswerOptions> options)
{
    /// <returns>None without a file.</returns>
    /// <exception cref="InvalidDataException">A line is wrong; the message names file, line and mend.</exception>
    public async Task<IReadOnlyList<LabelledQuestion>> ReadAsync(string language, CancellationToken cancellationToken)
    {
        var path = ContentFolders.All(options.Value).Select(folder => Path.Combine(folder, $"evaluation.{language}.jsonl")).LastOrDefault(File.Exists);
        return path is null ? [] : await LabelledFile.ReadAsync(path, cancellationToken);
    }
}
