namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>A line of one of two texts, or of both.</summary>
public sealed record DiffLine(DiffKind Kind, string Text);
