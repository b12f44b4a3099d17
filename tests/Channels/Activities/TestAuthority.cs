using System.Net;
using System.Text.Json.Nodes;

namespace BillingBot.Tests.Channels.Activities;

/// <summary>An OpenID authority on the fake internet: metadata that names a key set, and the key set.</summary>
internal sealed class TestAuthority
{
    private readonly FakeInternet _internet;
    private readonly string _metadataUrl;
    private readonly string _keysUrl;

    public TestAuthority(FakeInternet internet, string metadataUrl, params JsonObject[] keys)
    {
        _internet = internet;
        _metadataUrl = metadataUrl;
        _keysUrl = $"{new Uri(metadataUrl).GetLeftPart(UriPartial.Authority)}/test/keys";
        Publish(keys);
    }

    public int Fetches => _internet.Count(_metadataUrl);

    public void Publish(params JsonObject[] keys)
    {
        NameKeysAt(_keysUrl);
        PublishRaw(new JsonObject { ["keys"] = new JsonArray(keys) }.ToJsonString());
    }

    public void PublishRaw(string keySet) => _internet.Json(HttpMethod.Get, _keysUrl, keySet);

    public void NameKeysAt(string url) =>
        _internet.Json(HttpMethod.Get, _metadataUrl, new JsonObject { ["jwks_uri"] = url }.ToJsonString());

    public void Fail() =>
        _internet.Json(HttpMethod.Get, _metadataUrl, "<html>try later</html>", HttpStatusCode.ServiceUnavailable);

    public void LoseConnection() =>
        _internet.On(HttpMethod.Get, _metadataUrl, _ => throw new HttpRequestException("no route to host"));
}
