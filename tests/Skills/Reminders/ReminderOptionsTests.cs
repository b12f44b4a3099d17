using BillingBot.Reminders;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Skills.Reminders;

public sealed class ReminderOptionsTests
{
    [Fact]
    public void Settings_are_read()
    {
        var options = Read(("QuietHours:From", "21:30"), ("QuietHours:To", "07:15"), ("Every", "00:05:00"), ("DaysBeforeDue", "7"), ("OnClosedDays", "true"));
        Assert.Equal((new TimeOnly(21, 30), new TimeOnly(7, 15)), (options.QuietHours.From, options.QuietHours.To));
        Assert.Equal((TimeSpan.FromMinutes(5), 7, true, true), (options.Every, options.DaysBeforeDue, options.OnClosedDays, options.Enabled));
    }

    [Theory]
    [InlineData("DaysBeforeDue", "-1")]
    [InlineData("DaysBeforeDue", "61")]
    [InlineData("Every", "00:00:01")]
    public void A_wrong_value_names_its_key(string key, string value)
    {
        var wrong = Assert.Throws<OptionsValidationException>(() => Read((key, value)));
        Assert.Contains(key, wrong.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("18:00", "08:00", "23:00", true)]
    [InlineData("18:00", "08:00", "07:59", true)]
    [InlineData("18:00", "08:00", "08:00", false)]
    [InlineData("18:00", "08:00", "12:00", false)]
    [InlineData("12:00", "13:00", "12:30", true)]
    [InlineData("08:00", "08:00", "08:00", false)]
    public void Quiet_hours_go_over_midnight(string from, string to, string time, bool quiet) => Assert.Equal(
        quiet, new QuietHours { From = Parse(from), To = Parse(to) }.Cover(Parse(time)));

    private static TimeOnly Parse(string time) => TimeOnly.ParseExact(time, "HH:mm", System.Globalization.CultureInfo.InvariantCulture);

    private static ReminderOptions Read(params (string Key, string Value)[] settings) => new ServiceCollection()
        .AddReminders(new ConfigurationBuilder().AddInMemoryCollection(
            settings.Select(pair => KeyValuePair.Create($"Reminders:{pair.Key}", (string?)pair.Value))).Build())
        .BuildServiceProvider().GetRequiredService<IOptions<ReminderOptions>>().Value;
}
