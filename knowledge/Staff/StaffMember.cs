using System.Text;

namespace BillingBot.Knowledge.Staff;

/// <summary>Somebody of the partner's staff who acts.</summary>
/// <param name="Account">The operating-system account: what the machine vouches for.</param>
/// <param name="Name">What they call themselves; a label.</param>
public sealed record StaffMember(string Account, string Name)
{
    private const int LongestName = 100;

    /// <summary>The bot, and the account that its service runs under: neither decides anything.</summary>
    private static readonly string[] NotPeople = ["BOT", "BILLINGBOT", "SYSTEM"];

    /// <summary>As the audit names them.</summary>
    public string Actor => IsSame(Account, Name) ? $"staff:{Name}" : $"staff:{Name} ({Account})";

    public string? NameProblem => true switch
    {
        _ when string.IsNullOrWhiteSpace(Name) || string.IsNullOrWhiteSpace(Account) => "the name is empty",
        _ when Name.Length > LongestName => $"the name has more than {LongestName} characters",
        _ when Name.Any(char.IsControl) => "the name has a control character in it",
        _ when NotPeople.Contains(Fold(Name)) || NotPeople.Contains(Fold(Account)) => $"{Name} ({Account}) is not a person",
        _ => null,
    };

    /// <summary>The same name is the same person, however it is written; so is the same account, unless several people share it.</summary>
    public bool IsSamePersonAs(StaffMember other, bool accountsAreShared) =>
        IsSame(Name, other.Name) || (!accountsAreShared && IsSame(Account, other.Account));

    private static bool IsSame(string left, string right) => Fold(left) == Fold(right);

    private static string Fold(string name) => string.Join(
        ' ',
        name.Normalize(NormalizationForm.FormKC).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).ToUpperInvariant();
}
