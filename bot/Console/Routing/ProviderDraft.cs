using BillingBot.Knowledge.Support.Routing;

namespace BillingBot.Console.Routing;

/// <summary>A support provider as its form has it; its secret is never in a form.</summary>
internal sealed record ProviderDraft
{
    public string Id { get; set; } = "";
    public string Name { get; set; } = "";
    public SupportProviderKind Kind { get; set; }
    public string? WebhookUrl { get; set; }
    public string? Email { get; set; }

    /// <summary>Codes, with commas or spaces between.</summary>
    public string Languages { get; set; } = "";
    public bool Enabled { get; set; } = true;

    public static ProviderDraft Of(SupportProvider provider) => new()
    {
        Id = provider.Id,
        Name = provider.Name,
        Kind = provider.Kind,
        WebhookUrl = provider.WebhookUrl,
        Email = provider.Email,
        Languages = string.Join(", ", provider.Languages),
        Enabled = provider.Enabled,
    };

    public SupportProvider ToProvider(int version) => new()
    {
        Id = Id.Trim(),
        Name = Name.Trim(),
        Kind = Kind,
        WebhookUrl = WebhookUrl,
        Email = Email,
        Languages = [.. Languages.Split([',', ' ', '、', '　'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(code => code.ToLowerInvariant()).Distinct(StringComparer.Ordinal)],
        Enabled = Enabled,
        Version = version,
    };
}
