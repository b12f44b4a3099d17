using BillingBot.Channels.Activities;
using BillingBot.Knowledge.Billing;

namespace BillingBot.WebChat;

/// <summary>
/// Lets a developer try the bot as one of its people: only where <see cref="AnonymousAccess"/> is open, that is in
/// Development, without an app id, from the developer's own machine. Elsewhere identity comes from the partner's site.
/// </summary>
internal sealed class ChatAs(People people, AnonymousAccess anonymous)
{
    public bool IsOpenTo(HttpContext context) => anonymous.Allows(context);

    /// <returns>Those to choose from; nobody where the choice is closed.</returns>
    public async Task<IReadOnlyList<Person>> ChoicesAsync(HttpContext context, CancellationToken cancellationToken) =>
        IsOpenTo(context) ? await people.AllAsync(cancellationToken) : [];
}
