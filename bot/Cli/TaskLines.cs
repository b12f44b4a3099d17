using BillingBot.Console;
using BillingBot.Console.Tasks;
using BillingBot.Knowledge.Staff;
using NodaTime.Text;

namespace BillingBot.Cli;

/// <summary>Tasks as lines of text, in the reader's language as far as the console tells them in it.</summary>
internal sealed class TaskLines(TaskWords told, Words<TaskLines> say)
{
    public IEnumerable<string> Of(IReadOnlyList<ListedTask> tasks) =>
        [.. tasks.SelectMany(Lines).Select(TerminalLines.Plain), tasks.Count == 0 ? say["Nothing"] : say["InAll", tasks.Count]];

    private IEnumerable<string> Lines(ListedTask row)
    {
        var task = row.Task;
        var done = task.DoneBy is { } by ? $"  {say["DoneBy", by]}" : "";
        yield return $"{task.Id}  {told.Kind(row)}  {InstantPattern.General.Format(task.CreatedAt)}  {task.CustomerId ?? "-"}  {told.Subject(row)}{done}";
        if (task.DoneAt is null && told.Detail(row) is { } detail)
        {
            yield return $"    {detail}";
        }
    }
}
