using System.Text;
using BillingBot.Knowledge.Storage.Replicas;
using BillingBot.Replicas;

namespace BillingBot.Tests.Replicas;

public sealed class WireTests
{
    [Fact]
    public void What_is_told_is_heard_by_others_in_pieces_that_the_database_takes()
    {
        var news = Enumerable.Range(0, 2_000).Select(number => (number % 2 == 0 ? News.Conversation : News.Passing, $"{number} \"日本\"")).ToList();
        var texts = Wire.Write("me", news).ToList();
        Assert.True(texts.Count > 1);
        Assert.All(texts, text => Assert.InRange(Encoding.UTF8.GetByteCount(text), 1, ReplicaLine.Longest));
        Assert.Equal(news, texts.SelectMany(text => Wire.Read("you", text)!));
        Assert.All(texts, text => Assert.Empty(Wire.Read("me", text)!));
    }

    [Fact]
    public void Everything_is_told_in_a_word() => Assert.Null(Wire.Read("you", Assert.Single(Wire.Write("me", null))));

    [Fact]
    public void What_a_newer_release_tells_or_nobody_can_read_is_left_out() =>
        Assert.Equal([(News.Case, "")], Wire.Read("you", "me\nTomorrow 7\n\nnothing\nCase \n"));
}
