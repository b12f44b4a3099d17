namespace BillingBot.Knowledge.Billing.Import;

/// <summary>The columns of a file of customers, one row a contact.</summary>
internal static class CustomerSheet
{
    public static readonly Column Id = new("id", "顧客ID", "customer id") { IsRequired = true };
    public static readonly Column Name = new("name", "顧客名", "会社名", "customer name") { IsRequired = true };
    public static readonly Column Language = new("language", "言語") { IsRequired = true };
    public static readonly Column TimeZone = new("time zone", "タイムゾーン") { IsRequired = true };
    public static readonly Column Plan = new("plan", "サポートプラン", "support plan") { IsRequired = true };
    public static readonly Column TenantId = new("tenant id", "テナントID");
    public static readonly Column Group = new("group", "顧客グループ");
    public static readonly Column ContactId = new("contact id", "担当者ID");
    public static readonly Column ContactName = new("contact name", "担当者名", "氏名");
    public static readonly Column ContactEmail = new("contact e-mail", "メールアドレス", "担当者メール");
    public static readonly Column DirectoryObjectId = new("directory object id", "オブジェクトID");
    public static readonly Column BillingContact = new("billing contact", "請求担当");
    public static readonly Column ContactLanguage = new("contact language", "担当者言語");

    public static readonly Sheet Sheet = new(
        Id, Name, Language, TimeZone, Plan, TenantId, Group,
        ContactId, ContactName, ContactEmail, DirectoryObjectId, BillingContact, ContactLanguage);

    public static readonly IReadOnlyList<Column> Repeated = [Name, Language, TimeZone, Plan, TenantId, Group];
}
