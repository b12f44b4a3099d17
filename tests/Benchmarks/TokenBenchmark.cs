using System.Text.Json;
using System.Text.Json.Nodes;
using BenchmarkDotNet.Attributes;
using BillingBot.Channels.Activities;
using BillingBot.Tests.Channels.Activities;

namespace BillingBot.Benchmarks;

/// <summary>The checks of a channel's token, its key being known.</summary>
public class TokenBenchmark
{
    private readonly JwtChecks _checks = new(TimeProvider.System);
    private string _token = "";
    private SigningKey? _key;

    [GlobalSetup]
    public void Prepare()
    {
        _token = TestToken.Channel.Write(TimeProvider.System);
        var keys = JsonSerializer.SerializeToElement(new JsonObject { ["keys"] = new JsonArray(TestKey.First.Published(["msteams"])) });
        _key = SigningKeySet.Parse(keys).Find(TestKey.First.Id);
    }

    [Benchmark]
    public async Task<bool> CheckToken() =>
        await _checks.RefusalAsync(_checks.Read(_token)!, TestToken.Channel.Issuer!, TestToken.AppId, _key!) is null
            ? true
            : throw new InvalidOperationException("The token was refused.");
}
