namespace BillingBot.Knowledge.Billing.Import;

/// <summary>The columns of a file of invoices, one row a line.</summary>
internal static class InvoiceSheet
{
    public static readonly Column Number = new("number", "請求書番号", "請求番号", "invoice number") { IsRequired = true };
    public static readonly Column Customer = new("customer", "顧客ID", "顧客", "テナントID", "customer id", "tenant id") { IsExpected = true };
    public static readonly Column PeriodStart = new("period start", "対象期間開始日", "請求期間開始");
    public static readonly Column PeriodEnd = new("period end", "対象期間終了日", "請求期間終了");
    public static readonly Column Issued = new("issued", "請求日", "発行日", "issue date", "invoice date");
    public static readonly Column Due = new("due", "支払期限", "支払期日", "due date");
    public static readonly Column Currency = new("currency", "通貨") { IsRequired = true };
    public static readonly Column Total = new("total", "合計金額", "税込合計", "請求金額");
    public static readonly Column LineNumber = new("line number", "明細番号", "行番号", "line");
    public static readonly Column ProductName = new("product name", "商品名", "品名", "製品名") { IsRequired = true };
    public static readonly Column Product = new("product", "製品区分");
    public static readonly Column Subscription = new("subscription", "サブスクリプションID", "subscription id");
    public static readonly Column Description = new("description", "摘要", "備考", "説明") { HasLines = true };
    public static readonly Column ChargeType = new("charge type", "料金種別", "課金種別") { IsRequired = true };
    public static readonly Column Era = new("era", "基盤区分", "platform era");
    public static readonly Column Quantity = new("quantity", "数量") { IsRequired = true };
    public static readonly Column UnitPrice = new("unit price", "単価") { IsRequired = true };
    public static readonly Column ChargeStart = new("charge start", "利用開始日", "課金開始日");
    public static readonly Column ChargeEnd = new("charge end", "利用終了日", "課金終了日");
    public static readonly Column ChargedDays = new("charged days", "課金日数");
    public static readonly Column CycleDays = new("cycle days", "周期日数");
    public static readonly Column Net = new("net", "税抜金額", "金額", "net amount") { IsRequired = true };
    public static readonly Column Tax = new("tax", "消費税", "税額", "消費税額", "tax amount") { IsRequired = true };

    public static readonly Sheet Sheet = new(
        Number, Customer, PeriodStart, PeriodEnd, Issued, Due, Currency, Total, LineNumber, ProductName, Product, Subscription, Description,
        ChargeType, Era, Quantity, UnitPrice, ChargeStart, ChargeEnd, ChargedDays, CycleDays, Net, Tax);

    public static readonly IReadOnlyList<Column> Repeated = [Customer, PeriodStart, PeriodEnd, Issued, Due, Currency, Total];
}
