using System.Globalization;

namespace BillingBot.Benchmarks;

/// <summary>
/// Live between a customer and a member of staff who has taken the conversation over: what the customer says is acknowledged, staff
/// answer at once, and the answer comes to the customer's connector. Two messages a turn.
/// </summary>
internal sealed class RelayTalk(Mode mode, IReadOnlyList<Uri> servers, Connector connector) : ConnectorTalk(mode, servers, connector)
{
    /// <summary>Each says something to the bot, gets a case, and staff claim it.</summary>
    public override Task OpenAsync(IReadOnlyList<string> conversations, CancellationToken stop) => EachAsync(
        conversations,
        async (conversation, token) =>
        {
            await base.TurnAsync(conversation, int.MaxValue, token);
            await StaffAsync("open", conversation, "", token);
            await StaffAsync("claim", conversation, "", token);
        },
        stop);

    public override async Task TurnAsync(string conversation, int number, CancellationToken stop)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{conversation}-{number}");
        var answer = $"answer to {id}";
        var came = Connector.ReplyToAsync(answer);
        try
        {
            await SayAsync(conversation, id, "one more thing", stop);
            await StaffAsync("send", conversation, answer, stop);
            await came.WaitAsync(Patience, stop);
        }
        finally
        {
            Connector.Forget(answer);
        }
    }

    private async Task StaffAsync(string what, string conversation, string text, CancellationToken stop)
    {
        var words = Uri.EscapeDataString(text);
        using var done = await Http.PostAsync(At($"/staff-door/{what}?conversation={Uri.EscapeDataString(conversation)}&client={words}&text={words}"), content: null, stop);
        done.EnsureSuccessStatusCode();
    }
}
