using BillingBot.Knowledge.Billing;

namespace BillingBot.Conversation;

/// <summary>Who is asking, proven anew for every message.</summary>
internal sealed class PersonRecogniser(People people)
{
    /// <returns>Null for a guest or somebody unknown.</returns>
    public async Task<KnownPerson?> RecogniseAsync(Sender sender, CancellationToken cancellationToken)
    {
        var person = sender switch
        {
            { PersonId: { } personId } => await people.FindAsync(personId, cancellationToken),
            { TenantId: { } tenant, ObjectId: { } user } => await people.FindInDirectoryAsync(tenant, user, cancellationToken),
            _ => null,
        };
        return person?.Customer is { } customer
            ? new KnownPerson(
                person.Id, person.Name, customer.Id, customer.TimeZone, customer.SupportPlan, person.IsBillingContact, person.Language,
                customer.Group)
            : null;
    }
}
