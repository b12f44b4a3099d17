namespace BillingBot.Console;

/// <summary>Addresses of the console.</summary>
internal static class ConsolePaths
{
    /// <summary>The first page; the others lie below it.</summary>
    public const string Queue = "/staff";
    public const string Cases = "/staff/cases";
    public const string Tasks = "/staff/tasks";
    public const string Knowledge = "/staff/knowledge";
    public const string Routing = "/staff/routing";
    public const string Offer = "/staff/offer";
    public const string SignIn = "/staff/sign-in";
    public const string SignOut = "/staff/sign-out";
    public const string SignedOut = "/staff/signed-out";
    public const string SignedInCallback = "/staff/signed-in-by-provider";
    public const string SignedOutCallback = "/staff/signed-out-by-provider";
    public const string Language = "/staff/language";
    public const string Session = "/staff/session";

    /// <summary>The address if it is one of the console's, else the first page: nobody is led elsewhere by a link to sign in.</summary>
    public static string Back(string? address) =>
        address is not null && (address == Queue || address.StartsWith(Queue + "/", StringComparison.Ordinal) || address.StartsWith(Queue + "?", StringComparison.Ordinal))
            && !address.Contains('\\', StringComparison.Ordinal) && !address.Any(char.IsControl)
            ? address
            : Queue;
}
