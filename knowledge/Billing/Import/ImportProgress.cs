namespace BillingBot.Knowledge.Billing.Import;

/// <summary>How far an import is.</summary>
/// <param name="Stage">Checking the file, or writing to the database.</param>
/// <param name="Done">Bytes or records.</param>
/// <param name="Total">Of as many.</param>
public sealed record ImportProgress(ImportStage Stage, long Done, long Total);
