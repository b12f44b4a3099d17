using BillingBot.Knowledge.Storage;
using Microsoft.EntityFrameworkCore;
using NodaTime;

namespace BillingBot.Knowledge.Staff;

/// <summary>What waits for the partner's staff beside the cases, as somebody of them may see and close it.</summary>
public sealed class TaskDesk(IDbContextFactory<BillingDb> factory, DbWriter writer, IClock clock)
{
    /// <summary>Tasks that are listed at once.</summary>
    public const int MostListed = 200;

    /// <summary>What concerns the partner's own money, or cutting a customer off.</summary>
    private static readonly StaffTaskKind[] OfLeads = [StaffTaskKind.Suspension, StaffTaskKind.ProviderInvoice];

    /// <param name="by">Who looks; without a role the list is empty.</param>
    /// <param name="done">The closed ones, the latest first; else the open ones, the oldest first.</param>
    /// <param name="cancellationToken">The caller's.</param>
    public async Task<IReadOnlyList<ListedTask>> ReadAsync(StaffUser by, bool done, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        var tasks = Visible(db, by).Where(task => task.DoneAt != null == done);
        return await ListAsync(
            db, (done ? tasks.OrderByDescending(task => task.DoneAt).ThenByDescending(task => task.Id) : tasks.OrderBy(task => task.Id)).Take(MostListed), cancellationToken);
    }

    /// <summary>The tasks with what they are about, in their order.</summary>
    public static async Task<IReadOnlyList<ListedTask>> ListAsync(BillingDb db, IQueryable<StaffTask> tasks, CancellationToken cancellationToken)
    {
        var listed = await tasks
            .Select(task => new ListedTask(
                task, db.Customers.Where(customer => customer.Id == task.CustomerId).Select(customer => customer.Name).SingleOrDefault()))
            .ToListAsync(cancellationToken);
        var about = await TaskMatters.ReadAsync(db, listed.Select(row => row.Task), cancellationToken);
        return [.. listed.Select(row => row with { About = about.GetValueOrDefault(row.Task.Id) })];
    }

    /// <summary>How many are open.</summary>
    public async Task<int> CountAsync(StaffUser by, CancellationToken cancellationToken)
    {
        await using var db = await factory.CreateDbContextAsync(cancellationToken);
        return await Visible(db, by).CountAsync(task => task.DoneAt == null, cancellationToken);
    }

    /// <returns>False when it is not open any more, or not for this member of staff.</returns>
    public Task<bool> DoneAsync(StaffUser by, long id, CancellationToken cancellationToken) => writer.CommitAsync(
        async (db, token) => await Visible(db, by).AnyAsync(task => task.Id == id, token)
            && await StaffTasks.CloseAsync(db, id, by.Actor, clock.GetCurrentInstant(), token),
        cancellationToken);

    private static IQueryable<StaffTask> Visible(BillingDb db, StaffUser by) =>
        !by.Is(StaffRole.Agent) ? db.StaffTasks.Where(task => false)
        : by.Is(StaffRole.Lead) ? db.StaffTasks
        : db.StaffTasks.Where(task => !OfLeads.Contains(task.Kind));
}
