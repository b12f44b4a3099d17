using BillingBot.Mail;

namespace BillingBot.Tests.Mail;

public sealed class MailOptionsTests
{
    private static MailOptions Good() => new() { Host = "smtp.example.com", From = "billing@example.com", UserName = "bot", Password = "s3cret" };

    [Fact]
    public void Nothing_set_is_fine_and_sends_nothing() => Assert.True(new MailOptionsValidator().Validate(null, new()).Succeeded);

    [Fact]
    public void A_server_with_sender_and_sign_in_is_fine() => Assert.True(new MailOptionsValidator().Validate(null, Good()).Succeeded);

    [Theory]
    [InlineData("Host", "smtp://smtp.example.com")]
    [InlineData("From", "")]
    [InlineData("From", "Billing <billing@example.com>")]
    [InlineData("From", "billing@example.com\r\nBcc: x@example.com")]
    [InlineData("FromName", "Northwind\r\nBcc: x@example.com")]
    [InlineData("Password", "")]
    [InlineData("Port", 0)]
    [InlineData("Security", MailSecurity.None)]
    [InlineData("MaximumAttempts", 0)]
    public void A_setting_that_cannot_work_names_itself_and_tells_no_secret(string key, object value)
    {
        var options = Good();
        typeof(MailOptions).GetProperty(key)!.SetValue(options, value);
        var result = new MailOptionsValidator().Validate(null, options);
        Assert.True(result.Failed);
        Assert.Contains(key, result.FailureMessage, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cret", result.FailureMessage, StringComparison.Ordinal);
    }
}
