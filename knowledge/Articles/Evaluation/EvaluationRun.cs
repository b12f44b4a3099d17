namespace BillingBot.Knowledge.Articles.Evaluation;

/// <summary>What came of one evaluation.</summary>
/// <param name="Answers">To every test question.</param>
/// <param name="Training">Time to train and calibrate.</param>
/// <param name="ModelBytes">Size of what was trained.</param>
/// <param name="Threshold">Confidence from which the bot answers.</param>
public sealed record EvaluationRun(IReadOnlyList<Answered> Answers, TimeSpan Training, long ModelBytes, double Threshold);
