using BillingBot.Knowledge.Staff;

namespace BillingBot.Console.Tasks;

/// <summary>Says what a task is about in the reader's language, where that is known; else in the words that were stored.</summary>
internal sealed class TaskWords(Words<TaskWords> say, Moments times)
{
    public string Kind(ListedTask row) => say[$"Kind_{row.Task.Kind}"];

    public string Subject(ListedTask row) => row.About switch
    {
        { Promised: { } day, Invoice: var invoice } => say["Promised", invoice, times.Day(day)],
        { Person: { } person, Invoice: var invoice } => say["DisputedBy", invoice, person],
        { Invoice: var invoice } => say["Disputed", invoice],
        null when row.Task.Kind == StaffTaskKind.ReplyFailed => say["ReplyFailed"],
        null => row.Task.Subject,
    };

    /// <summary>Whether the subject is in the words that were stored, which are English.</summary>
    public static bool IsStored(ListedTask row) => row is { About: null, Task.Kind: not StaffTaskKind.ReplyFailed };

    /// <summary>What is wrong with an invoice stays in the customer's words.</summary>
    public string? Detail(ListedTask row) => row.About switch
    {
        { Promised: not null, Person: { } person, Place: var place } => say["PromiseBy", place, person],
        { Promised: not null, Place: var place } => say["Promise", place],
        _ => row.Task.Detail,
    };
}
