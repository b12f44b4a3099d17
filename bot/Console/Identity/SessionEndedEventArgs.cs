namespace BillingBot.Console.Identity;

/// <summary>Which session was signed out of.</summary>
internal sealed class SessionEndedEventArgs(string session) : EventArgs
{
    public string Session => session;
}
