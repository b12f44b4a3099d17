namespace BillingBot.Startup;

/// <summary>How long to wait before something is tried again: twice as long each time, up to a limit.</summary>
internal static class Doubling
{
    /// <param name="triedBefore">0 after the first attempt.</param>
    public static TimeSpan Wait(int triedBefore, TimeSpan first, TimeSpan longest)
    {
        var wait = first * Math.Pow(2, Math.Min(triedBefore, 30));
        return wait < longest ? wait : longest;
    }
}
