namespace BillingBot.Knowledge.Staff;

/// <summary>A task, with the name of the customer it is about; null when none is known.</summary>
public sealed record ListedTask(StaffTask Task, string? CustomerName)
{
    /// <summary>What it is about, to be told in the reader's language; null where the stored words are all there is.</summary>
    public TaskMatter? About { get; init; }
}
