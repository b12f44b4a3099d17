using BillingBot.Knowledge.Staff;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>A revision to be recorded.</summary>
/// <param name="Staff">Who makes it.</param>
/// <param name="Edit">What it is.</param>
/// <param name="State">What it does.</param>
/// <param name="Action">As <see cref="AuditEntry.Action"/> names it.</param>
internal sealed record ArticleChange(StaffUser Staff, ArticleEdit Edit, RevisionState State, string Action);
