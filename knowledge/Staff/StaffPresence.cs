using NodaTime;

namespace BillingBot.Knowledge.Staff;

/// <summary>Somebody of the staff whom the console has seen: cases can be given to them. What the provider says at each action counts, not this.</summary>
public sealed class StaffPresence
{
    /// <summary><see cref="StaffUser.Id"/>.</summary>
    public required string Id { get; init; }
    public required string Name { get; set; }

    /// <summary>Names of <see cref="StaffRole"/>, separated by commas.</summary>
    public required string Roles { get; set; }
    public string? Email { get; set; }

    /// <summary>Takes cases; each sets it themselves.</summary>
    public bool IsAvailable { get; set; } = true;

    /// <summary>When a console of theirs was last open.</summary>
    public required Instant LastSeenAt { get; set; }

    public StaffUser User => new(Id, Name, Roles.Split(',', StringSplitOptions.RemoveEmptyEntries).Select(Enum.Parse<StaffRole>).ToHashSet())
    {
        Email = Email,
    };
}
