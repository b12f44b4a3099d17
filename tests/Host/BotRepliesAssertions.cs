namespace BillingBot.Tests.Host;

/// <summary>For <c>using static</c>.</summary>
internal static class BotRepliesAssertions
{
    public static void AssertSays(BotReplies reply, params string[] words) =>
        Assert.All(words, expected => Assert.Contains(expected, reply.Text, StringComparison.Ordinal));
}
