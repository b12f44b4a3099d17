using BillingBot.Channels.Activities;
using BillingBot.Knowledge.Billing;

namespace BillingBot.WebChat;

/// <summary>
/// Lets a developer try the bot as one of its people. Only in Development, and only for requests that come from the
/// developer's own machine: elsewhere identity comes from the partner's own site.
/// </summary>
internal sealed class ChatAs(People people, IHostEnvironment environment)
{
    public bool IsOpenTo(HttpContext context) => environment.IsDevelopment() && AnonymousAccess.IsLocal(context);

    /// <returns>Those to choose from; nobody where the choice is closed.</returns>
    public async Task<IReadOnlyList<Person>> ChoicesAsync(HttpContext context, CancellationToken cancellationToken) =>
        IsOpenTo(context) ? await people.AllAsync(cancellationToken) : [];
}
