using BillingBot.Knowledge.Billing;
using BillingBot.Knowledge.Conversations;
using BillingBot.Knowledge.Identity;
using NodaTime;

namespace BillingBot.Conversation;

/// <summary>
/// Who is asking, proven anew for every message: by what the channel vouches for, else by a code that this very sender
/// typed in this very conversation. A code lets a guest in only alone with the bot; in a group it only adds to what the
/// channel has proven.
/// </summary>
internal sealed class PersonRecogniser(People people, VerifiedSenders verifiedSenders)
{
    /// <param name="sender">As the channel vouches for them.</param>
    /// <param name="item">What they said, and where.</param>
    /// <param name="isGroup">Others read along.</param>
    /// <param name="now">A code counts for a while.</param>
    /// <param name="cancellationToken">The turn's.</param>
    /// <returns>Null for a guest or somebody unknown.</returns>
    public async Task<KnownPerson?> RecogniseAsync(
        Sender sender, WorkItem item, bool isGroup, Instant now, CancellationToken cancellationToken)
    {
        var proven = await ByChannelAsync(sender, cancellationToken);
        if (sender.Id.Length == 0 || !item.HasVerified || (isGroup ? proven is null : proven is not null)
            || await verifiedSenders.FindAsync(item.Conversation.Id, sender.Id, now, cancellationToken) is not { } verified)
        {
            return Known(proven);
        }

        if (proven is null)
        {
            // Codes are for billing contacts: who is none any more is a guest again.
            return await people.FindAsync(verified.PersonId, cancellationToken) is { IsBillingContact: true } contact
                ? Known(contact, verified.ExpiresAt)
                : null;
        }

        return Known(proven, proven.Id == verified.PersonId ? verified.ExpiresAt : null);
    }

    /// <summary>The person as skills see them.</summary>
    /// <param name="person">With their customer.</param>
    /// <param name="verifiedUntil">Until when a code counts; null when none was typed.</param>
    public static KnownPerson? Known(Person? person, Instant? verifiedUntil = null) => person?.Customer is { } customer
        ? new KnownPerson(
            person.Id, person.Name, customer.Id, customer.TimeZone, customer.SupportPlan, person.IsBillingContact, person.Language,
            customer.Group)
        {
            VerifiedUntil = verifiedUntil,
        }
        : null;

    private async Task<Person?> ByChannelAsync(Sender sender, CancellationToken cancellationToken) => sender switch
    {
        { PersonId: { } personId } => await people.FindAsync(personId, cancellationToken),
        { TenantId: { Length: > 0 } tenant, ObjectId: { Length: > 0 } user } =>
            await people.FindInDirectoryAsync(tenant, user, cancellationToken),
        _ => null,
    };
}
