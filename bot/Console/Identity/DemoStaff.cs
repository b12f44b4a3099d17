using System.Collections.Frozen;
using BillingBot.Knowledge.Staff;

namespace BillingBot.Console.Identity;

/// <summary>The demo partner's staff, as whom a developer signs in.</summary>
internal static class DemoStaff
{
    public static IReadOnlyList<StaffUser> All { get; } =
    [
        Person("yuki", "Yuki Tanaka", StaffRole.Agent),
        Person("ken", "Ken Sato", StaffRole.Lead),
        Person("emma", "Emma Brown", StaffRole.KnowledgeEditor),
        Person("aoi", "Aoi Kimura", StaffRole.Administrator),
    ];

    private static StaffUser Person(string id, string name, StaffRole role) =>
        new($"demo-{id}", name, FrozenSet.Create(role)) { Email = $"{id}@northwindcloud.example" };
}
