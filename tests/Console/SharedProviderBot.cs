namespace BillingBot.Tests.Console;

/// <summary>One bot whose staff sign in at a provider, for the tests of a class that leave its clock alone.</summary>
public sealed class SharedProviderBot : IAsyncLifetime
{
    private ProviderBot? _bot;

    internal ProviderBot InNewBrowser() => _bot!.InAnotherBrowser();

    public async ValueTask InitializeAsync() => _bot = await ProviderBot.StartAsync();

    public ValueTask DisposeAsync() => _bot?.DisposeAsync() ?? ValueTask.CompletedTask;
}
