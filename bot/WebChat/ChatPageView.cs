using BillingBot.Conversation;
using BillingBot.Knowledge.Billing;

namespace BillingBot.WebChat;

/// <summary>What <see cref="ChatPage"/> shows; the endpoint hands it over as a feature of the request.</summary>
/// <param name="Language">Language of the page.</param>
/// <param name="Partner">Name of the partner.</param>
/// <param name="LogoUrl">The partner's logo, if any.</param>
/// <param name="Settings">What the page's script is told.</param>
/// <param name="Files">Addresses of the page's files.</param>
/// <param name="People">Whom a developer may chat as; empty for customers.</param>
internal sealed record ChatPageView(
    Language Language,
    string Partner,
    string? LogoUrl,
    PageSettings Settings,
    PageAssets Files,
    IReadOnlyList<Person> People);
