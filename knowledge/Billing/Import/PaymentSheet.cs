namespace BillingBot.Knowledge.Billing.Import;

/// <summary>The columns of a file of payments, one row an allocation.</summary>
internal static class PaymentSheet
{
    public static readonly Column Reference = new("reference", "入金番号", "入金参照番号", "payment reference") { IsRequired = true };
    public static readonly Column Customer = new("customer", "顧客ID", "顧客", "テナントID", "customer id", "tenant id") { IsExpected = true };
    public static readonly Column Received = new("received", "入金日", "received on", "payment date") { IsRequired = true };
    public static readonly Column Amount = new("amount", "入金額", "金額") { IsRequired = true };
    public static readonly Column Currency = new("currency", "通貨") { IsRequired = true };
    public static readonly Column Invoice = new("invoice", "請求書番号", "請求番号", "invoice number");
    public static readonly Column Allocated = new("allocated amount", "充当額", "消込額", "allocated");

    public static readonly Sheet Sheet = new(Reference, Customer, Received, Amount, Currency, Invoice, Allocated);
    public static readonly IReadOnlyList<Column> Repeated = [Customer, Received, Amount, Currency];
}
