namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What a ranker that had not seen a question said to it.</summary>
/// <param name="Scores">The ranking.</param>
/// <param name="Place">Of the right topic in it, zero the best; negative when it is not there.</param>
/// <param name="Kind">Whether there was a right topic at all.</param>
internal sealed record HeldOut(TopicScores Scores, int Place, QuestionKind Kind);
