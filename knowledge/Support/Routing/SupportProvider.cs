namespace BillingBot.Knowledge.Support.Routing;

/// <summary>Another company that takes cases. A class and not a record: a record would print its secret.</summary>
public sealed class SupportProvider : IEdited
{
    /// <summary>Short key, for example <c>night-desk</c>.</summary>
    public required string Id { get; init; }
    public required string Name { get; set; }
    public required SupportProviderKind Kind { get; set; }

    /// <summary>Where cases are posted; null for by e-mail.</summary>
    public string? WebhookUrl { get; set; }

    /// <summary>Signs what goes out and comes back: <c>whsec_</c> and base64, as standardwebhooks.com has it. Never shown or logged.</summary>
    public string? Secret { get; set; }

    /// <summary>Used where there is no webhook.</summary>
    public string? Email { get; set; }

    /// <summary>Codes such as <c>ja</c>; empty: every language.</summary>
    public List<string> Languages { get; set; } = [];
    public bool Enabled { get; set; } = true;

    public int Version { get; set; }

    public bool IsReachable => Enabled && (WebhookUrl is not null || Email is not null);

    public bool Speaks(string language) => Languages.Count == 0 || Languages.Contains(language, StringComparer.OrdinalIgnoreCase);
}
