namespace BillingBot.Knowledge.Articles.Search;

/// <summary>What was learnt from examples.</summary>
/// <param name="Ranker">Which topic a text is about.</param>
/// <param name="Calibration">How sure that is.</param>
internal sealed record Training(TopicRanker Ranker, Calibration Calibration);
