namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>What became of a line.</summary>
public enum DiffKind
{
    Same,
    Added,
    Removed,
}
