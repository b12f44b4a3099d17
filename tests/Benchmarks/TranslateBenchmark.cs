using System.Text.Json;
using BenchmarkDotNet.Attributes;
using BillingBot.Channels;
using BillingBot.Protocol;

namespace BillingBot.Benchmarks;

/// <summary>From the bytes of a Teams message to the bot's own words.</summary>
public class TranslateBenchmark
{
    private static readonly byte[] Message =
        """
        {"type":"message","id":"1732500000000","timestamp":"2026-11-25T02:00:00.000Z","channelId":"msteams","serviceUrl":"https://smba.trafficmanager.net/emea/",
        "from":{"id":"29:1abc","name":"Alex Wilber","aadObjectId":"00000000-0000-0000-0000-0000000000020"},"recipient":{"id":"28:bot","name":"BillingBot"},
        "conversation":{"id":"a:1xyz","tenantId":"00000000-0000-0000-0000-0000000000001","conversationType":"personal"},
        "channelData":{"tenant":{"id":"00000000-0000-0000-0000-0000000000001"}},"locale":"en-GB","text":"Which invoices are unpaid?"}
        """u8.ToArray();

    [Benchmark]
    public bool Translate() =>
        ActivityTranslator.Translate(JsonSerializer.Deserialize(Message, ProtocolJson.Default.Activity)!) is { Text.Length: > 0 };
}
