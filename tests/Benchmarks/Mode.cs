namespace BillingBot.Benchmarks;

/// <summary>What the customers say.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="Channel">The channel they write in.</param>
/// <param name="Texts">Said in turn.</param>
internal sealed record Mode(string Name, string Channel, IReadOnlyList<string> Texts)
{
    /// <summary>Answered from the store, each by another article: the bot's main work.</summary>
    private static readonly Mode Answer = new("answer", "emulator",
    [
        "What happens if I don't pay my invoice?",
        "Can you send me a copy of my invoice?",
        "How do I cancel my subscription?",
        "Why is my invoice higher than last month?",
        "Which ways of paying do you accept?",
        "When are you open?",
    ]);

    /// <summary>An invoice that Contoso's Alex may see, as a card.</summary>
    private static readonly Mode Invoice = new("invoice", "msteams", ["What is the status of INV-2026-0136?"]);

    /// <summary>No search: what the pipeline itself costs.</summary>
    private static readonly Mode Thanks = new("thanks", "emulator", ["thanks"]);

    public static IReadOnlyList<Mode> All { get; } = [Answer, Invoice, Thanks];
}
