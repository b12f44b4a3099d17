namespace BillingBot.Knowledge.Staff;

/// <summary>A task, with the name of the customer it is about; null when none is known.</summary>
public sealed record ListedTask(StaffTask Task, string? CustomerName);
