using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Channels;

/// <summary>Buttons of cards and thumbs as Teams sends them: invokes, answered in the request.</summary>
public sealed class InvokeTests(SharedBot shared) : IClassFixture<SharedBot>
{
    private const string Card = "application/vnd.microsoft.card.adaptive";
    private readonly CustomerConversation _chat = shared.Bot.Conversation();

    [Fact]
    public async Task A_yes_takes_the_place_of_its_card_with_thanks()
    {
        var (status, answer) = await InvokeAsync("adaptiveCard/action", Execute("helped", "late-payment"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((200, Card), ((int)answer!["statusCode"]!, (string?)answer["type"]));
        Assert.Contains("Glad", (string)answer["value"]!["body"]![0]!["text"]!, StringComparison.Ordinal);
        Assert.Null(answer["value"]!["actions"]);
    }

    [Fact]
    public async Task A_no_takes_the_place_of_its_card_and_leads_on_in_a_message_with_buttons()
    {
        var (status, answer) = await InvokeAsync("adaptiveCard/action", Execute("notHelped", "late-payment"));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((200, Card), ((int)answer!["statusCode"]!, (string?)answer["type"]));
        Assert.Contains("sorry", (string)answer["value"]!["body"]![0]!["text"]!, StringComparison.Ordinal);
        var leadOn = await shared.Bot.Channel.NextAsync();
        Assert.Equal(_chat.Id, leadOn.ConversationId);
        Assert.Contains("talk to a person", leadOn.AllText, StringComparison.Ordinal);
        Assert.DoesNotContain("sorry", leadOn.AllText, StringComparison.Ordinal);
        var buttons = new BotReplies([leadOn.Body.DeepClone()]).Buttons;
        Assert.Contains("Talk to a person", buttons);
        Assert.True(buttons.Count > 1);
    }

    [Fact]
    public async Task A_repeated_press_has_the_same_answer_and_says_nothing_twice()
    {
        var press = Invoke("adaptiveCard/action", Execute("notHelped", "late-payment")).ToJsonString();
        var first = await SendAsync(JsonNode.Parse(press)!.AsObject());
        var again = await SendAsync(JsonNode.Parse(press)!.AsObject());
        Assert.Equal(first.Body!.ToJsonString(), again.Body!.ToJsonString());
        await shared.Bot.WhenIdleAsync();
        Assert.Single(shared.Bot.Channel.TakeAll(), sent => sent.ConversationId == _chat.Id && sent.Type == "message");
    }

    [Theory]
    [InlineData("null")]
    [InlineData("\"helped\"")]
    [InlineData("{}")]
    [InlineData("""{"action":null}""")]
    [InlineData("""{"action":[]}""")]
    [InlineData("""{"action":{"type":"Action.Execute"}}""")]
    [InlineData("""{"action":{"type":"Action.Execute","verb":7}}""")]
    [InlineData("""{"action":{"type":"Action.Submit","verb":"helped"}}""")]
    public async Task A_malformed_action_is_a_bad_request_in_the_words_of_the_protocol(string value)
    {
        var (status, answer) = await InvokeAsync("adaptiveCard/action", JsonNode.Parse(value));
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Equal((400, "application/vnd.microsoft.error"), ((int)answer!["statusCode"]!, (string?)answer["type"]));
        Assert.Equal("BadRequest", (string?)answer["value"]!["code"]);
    }

    [Theory]
    [InlineData("composeExtension/query")]
    [InlineData("signin/verifyState")]
    [InlineData("AdaptiveCard/Action")]
    public async Task An_invoke_that_the_bot_does_not_know_is_not_implemented(string name) =>
        Assert.Equal(HttpStatusCode.NotImplemented, (await InvokeAsync(name, new JsonObject())).Status);

    [Theory]
    [InlineData("like", "Glad")]
    [InlineData("dislike", "sorry")]
    public async Task A_thumb_is_taken_at_once_and_answered_in_a_message(string reaction, string expected)
    {
        var (status, answer) = await InvokeAsync("message/submitAction", new JsonObject
        {
            ["actionName"] = "feedback",
            ["actionValue"] = new JsonObject { ["reaction"] = reaction, ["feedback"] = """{"feedbackText":"so so"}""" },
        });
        Assert.Equal(HttpStatusCode.OK, status);
        Assert.Empty(answer!);
        await shared.Bot.WhenIdleAsync();
        var said = shared.Bot.Channel.TakeAll().Where(sent => sent.ConversationId == _chat.Id).Select(sent => sent.AllText);
        Assert.Contains(said, words => words.Contains(expected, StringComparison.Ordinal));
    }

    private static JsonObject Execute(string verb, string articleId) => new()
    {
        ["action"] = new JsonObject
        {
            ["type"] = "Action.Execute",
            ["verb"] = verb,
            ["data"] = new JsonObject { ["verb"] = verb, ["argument"] = articleId },
        },
        ["trigger"] = "manual",
    };

    private JsonObject Invoke(string name, JsonNode? value) => _chat.Activity("invoke", null, ("name", name), ("value", value));

    private Task<(HttpStatusCode Status, JsonObject? Body)> InvokeAsync(string name, JsonNode? value) => SendAsync(Invoke(name, value));

    private async Task<(HttpStatusCode Status, JsonObject? Body)> SendAsync(JsonObject activity)
    {
        using var response = await _chat.PostAsync(activity);
        return (response.StatusCode, response.IsSuccessStatusCode
            ? await response.Content.ReadFromJsonAsync<JsonObject>(TestContext.Current.CancellationToken)
            : null);
    }
}
