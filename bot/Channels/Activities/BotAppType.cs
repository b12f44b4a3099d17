namespace BillingBot.Channels.Activities;

/// <summary>The identity types of an Azure Bot resource; the names are the values of MicrosoftAppType.</summary>
internal enum BotAppType
{
    MultiTenant,
    SingleTenant,
    UserAssignedMSI,
}
