namespace BillingBot.Benchmarks;

/// <summary>What the customers say.</summary>
/// <param name="Name">On the command line.</param>
/// <param name="Channel">The channel they write in.</param>
/// <param name="Texts">Said in turn.</param>
internal sealed record Mode(string Name, string Channel, IReadOnlyList<string> Texts)
{
    private const string RelayName = "relay", SocketsName = "sockets";

    /// <summary>Answered from the store, each by another article: the bot's main work.</summary>
    private static readonly Mode Answer = new("answer", "emulator",
    [
        "What happens if I don't pay my invoice?",
        "Can you send me a copy of my invoice?",
        "Do your prices include tax?",
        "In which currency do you invoice us?",
        "Which ways of paying do you accept?",
        "When are you open?",
    ]);

    /// <summary>An invoice that Contoso's Alex may see, as a card.</summary>
    private static readonly Mode Invoice = new("invoice", "msteams", ["What is the status of INV-2026-0136?"]);

    /// <summary>No search: what the pipeline itself costs.</summary>
    private static readonly Mode Thanks = new("thanks", "emulator", ["thanks"]);

    /// <summary>Between the customer and staff; the bot only carries it.</summary>
    private static readonly Mode Relay = new(RelayName, "emulator", ["thanks"]);

    /// <summary>The same questions through Direct Line, with many sockets open.</summary>
    private static readonly Mode WithSockets = new(SocketsName, "directline", Answer.Texts);

    public static IReadOnlyList<Mode> All { get; } = [Answer, Invoice, Thanks, Relay, WithSockets];

    /// <summary>Whether it goes through <c>/api/messages</c> alone, so that a floor can stand in for the bot.</summary>
    public bool IsPlain => Name is not (RelayName or SocketsName);

    public Talk TalkTo(IReadOnlyList<Uri> servers, Connector connector) => Name switch
    {
        RelayName => new RelayTalk(this, servers, connector),
        SocketsName => new SocketTalk(this, servers),
        _ => new ConnectorTalk(this, servers, connector),
    };
}
