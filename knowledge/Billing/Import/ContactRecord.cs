namespace BillingBot.Knowledge.Billing.Import;

/// <summary>A contact as a file tells it.</summary>
/// <param name="Row">Where it stands.</param>
/// <param name="HasOwnId">The file gives the person's key; else the e-mail address tells who it is.</param>
/// <param name="Person">The person.</param>
internal sealed record ContactRecord(CsvRow Row, bool HasOwnId, Person Person);
