using BillingBot.Import;
using Microsoft.Extensions.Options;

namespace BillingBot.Tests.Billing.Import;

public sealed class ImportOptionsTests
{
    [Fact]
    public void The_defaults_are_valid() => Assert.Empty(Failures(_ => { }));

    [Fact]
    public void A_short_key_is_refused_without_being_told()
    {
        var failure = Assert.Single(Failures(options => options.ApiKey = "hunter2"));
        Assert.Contains("Import:ApiKey", failure, StringComparison.Ordinal);
        Assert.DoesNotContain("hunter2", failure, StringComparison.Ordinal);
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() => Assert.Contains(
        "Import:Folder is '/not/there'", Assert.Single(Failures(options => options.Folder = "/not/there")), StringComparison.Ordinal);

    [Fact]
    public void Every_other_bad_value_names_its_key()
    {
        (string Key, Action<ImportOptions> Break)[] breaks =
        [
            ("MaximumRows", options => options.MaximumRows = 0),
            ("MaximumBytes", options => options.MaximumBytes = 0),
            ("RequestsPerMinute", options => options.RequestsPerMinute = 0),
            ("Every", options => options.Every = TimeSpan.Zero),
        ];
        Assert.All(breaks, broken =>
            Assert.StartsWith($"{broken.Key}: ", Assert.Single(Failures(broken.Break)), StringComparison.Ordinal));
    }

    private static List<string> Failures(Action<ImportOptions> change)
    {
        var options = new ImportOptions();
        change(options);
        IValidateOptions<ImportOptions>[] validators = [new ImportOptionsValidator(), new ImportFolderValidator()];
        return [.. validators.SelectMany(validator => validator.Validate(null, options).Failures ?? [])];
    }
}
