namespace BillingBot.Knowledge.Billing.Import;

/// <summary>The columns of a file of credit notes, one row each.</summary>
internal static class CreditNoteSheet
{
    public static readonly Column Number = new("number", "赤伝番号", "クレジットノート番号", "credit note number") { IsRequired = true };
    public static readonly Column Invoice = new("invoice", "請求書番号", "請求番号", "invoice number") { IsRequired = true };
    public static readonly Column Issued = new("issued", "発行日", "issue date") { IsRequired = true };
    public static readonly Column Amount = new("amount", "金額", "返金額") { IsRequired = true };
    public static readonly Column Reason = new("reason", "理由", "摘要") { HasLines = true };

    public static readonly Sheet Sheet = new(Number, Invoice, Issued, Amount, Reason);
}
