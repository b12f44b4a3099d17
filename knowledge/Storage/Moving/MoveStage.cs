namespace BillingBot.Knowledge.Storage.Moving;

public enum MoveStage
{
    Copying,
    Comparing,
}
