namespace BillingBot.Knowledge.Billing.Import;

/// <summary>The columns of a file of subscriptions, one row each.</summary>
internal static class SubscriptionSheet
{
    public static readonly Column Id = new("id", "サブスクリプションID", "subscription id") { IsRequired = true };
    public static readonly Column Customer = new("customer", "顧客ID", "顧客", "テナントID", "customer id", "tenant id") { IsExpected = true };
    public static readonly Column ProductName = new("product name", "商品名", "品名", "製品名") { IsRequired = true };
    public static readonly Column Product = new("product", "製品区分") { IsRequired = true };
    public static readonly Column Kind = new("kind", "種別") { IsRequired = true };
    public static readonly Column Era = new("era", "基盤区分", "platform era");
    public static readonly Column Term = new("term", "契約期間");
    public static readonly Column BillingCycle = new("billing cycle", "請求周期");
    public static readonly Column Seats = new("seats", "ライセンス数", "数量", "quantity");
    public static readonly Column TermStarted = new("term started", "契約開始日時", "term start");
    public static readonly Column Renews = new("renews", "更新日", "renews on", "renewal date");
    public static readonly Column Status = new("status", "状態");

    public static readonly Sheet Sheet = new(
        Id, Customer, ProductName, Product, Kind, Era, Term, BillingCycle, Seats, TermStarted, Renews, Status);
}
