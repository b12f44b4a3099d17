namespace BillingBot.Knowledge.Storage.Moving;

/// <summary>A table that is the same in both databases.</summary>
/// <param name="Name">As in the database.</param>
/// <param name="Rows">In either.</param>
/// <param name="Checksum">SHA-256 over all rows in the order of their keys, in hexadecimal.</param>
public sealed record MovedTable(string Name, long Rows, string Checksum);
