using BillingBot.Tests.Host;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Startup;

public sealed class WrongSettingsTests
{
    [Theory]
    [InlineData("Conversation:Workers", "0")]
    [InlineData("Conversation:DefaultLanguage", "fr")]
    [InlineData("Conversation:RequestTimeout", "00:01:00")]
    [InlineData("Delivery:MaximumAttempts", "0")]
    [InlineData("Delivery:Workers", "-1")]
    [InlineData("Database:Provider", "Oracle")]
    public void A_wrong_value_stops_the_start_and_names_its_key(string key, string value)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => BotHost.Start(settings: (key, value)).Dispose());
        var message = Assert.Single(wrong.Failures);
        Assert.Contains(key.Split(':')[1], message, StringComparison.Ordinal);
    }
}
