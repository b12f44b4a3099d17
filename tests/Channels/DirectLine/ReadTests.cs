using BillingBot.Tests.Host;

namespace BillingBot.Tests.Channels.DirectLine;

[Collection<DirectLineCollection>]
public class ReadTests(DirectLineBot shared)
{
    private readonly BotHost _bot = shared.Bot;

    [Fact]
    public async Task A_long_conversation_is_read_page_by_page_without_gap_or_repeat()
    {
        const int Said = 120;
        var client = await DirectLineClient.StartedAsync(_bot);
        await Task.WhenAll(Enumerable.Range(0, Said).Select(i => client.SayAsync($"message {i}")));
        var all = await client.ReadUntilAsync(activities => activities.Settled(Said));
        Assert.Equal(100, (await client.GetAsync(client.Activities())).Activities.Count);
        Assert.Equal(Said, all.Where(activity => !activity.IsFromBot()).Select(activity => activity.Text()).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(all.Select(activity => activity.Id()).Order(StringComparer.Ordinal), all.Select(activity => activity.Id()));
        Assert.Equal(all.Count, all.Select(activity => activity.Id()).Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task Very_long_messages_come_in_pieces_that_a_phone_can_swallow()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        for (var i = 0; i < 12; i++)
        {
            await client.SayAsync($"{i} {new string('x', 200_000)}");
        }

        // The long posts have used up what a guest may ask for in a minute; the server is not counted.
        var server = client.With(DirectLineBot.Secret);
        await server.ReadUntilAsync(activities => activities.Settled(12));
        var page = await server.GetAsync(client.Activities());
        Assert.InRange(page.Response.Content.Headers.ContentLength ?? 0, 200_000, 1_500_000);
    }

    [Fact]
    public async Task Nothing_new_is_an_empty_page_with_the_same_watermark()
    {
        var client = await DirectLineClient.StartedAsync(_bot);
        var page = await client.GetAsync(client.Activities("5000"));
        Assert.Empty(page.Activities);
        Assert.Equal("5000", page.Watermark);
    }
}
