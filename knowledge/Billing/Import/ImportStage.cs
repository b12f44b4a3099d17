namespace BillingBot.Knowledge.Billing.Import;

public enum ImportStage
{
    Checking,
    Writing,
}
