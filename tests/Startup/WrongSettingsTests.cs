using System.Diagnostics;
using BillingBot.Tests.Host;

namespace BillingBot.Tests.Startup;

/// <summary>What an administrator sees of a wrong setting: the program itself, as it is started.</summary>
public sealed class WrongSettingsTests
{
    [Fact]
    public async Task Wrong_values_of_two_sections_are_told_together()
    {
        var (exitCode, output) = await RunAsync("--Conversation:Workers=0 --Delivery:GiveUpAfterHours=0");
        Assert.Equal(1, exitCode);
        Assert.Single(output.Split('\n'), line => line.Contains("The bot does not start:", StringComparison.Ordinal));
        Assert.Contains("Conversation:Workers", output, StringComparison.Ordinal);
        Assert.Contains("Delivery:GiveUpAfterHours", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Conversation:Workers", "0")]
    [InlineData("Conversation:DefaultLanguage", "fr")]
    [InlineData("Delivery:GiveUpAfterHours", "0")]
    [InlineData("Database:Provider", "Oracle")]
    [InlineData("Database:MigrateAtStart", "sometimes")]
    [InlineData("Suspensions:MinimumDaysOverdue", "0")]
    [InlineData("Staff:Mail", "finance")]
    [InlineData("Handoff:Start", "Sometimes")]
    [InlineData("Handoff:OutOfHours", "9")]
    [InlineData("Handoff:AfterUnsure", "0")]
    [InlineData("Cases:UnclaimedMinutes", "0")]
    [InlineData("Cases:OwnerAwayMinutes", "15")]
    [InlineData("Dispatch:ConsoleUrl", "support")]
    [InlineData("Escalations:CheckEveryHours", "0")]
    [InlineData("Staff:Oidc:Authority", "login.example.com")]
    public async Task A_wrong_value_stops_the_start_and_one_message_names_its_key(string key, string value)
    {
        var (exitCode, output) = await RunAsync($"--{key}={value}");
        Assert.Equal(1, exitCode);
        var told = Assert.Single(output.Split('\n'), line => line.Contains("The bot does not start:", StringComparison.Ordinal));
        Assert.Contains(key, told, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_connection_string_of_another_database_is_told_as_such()
    {
        var (exitCode, output) = await RunAsync("--Database:Provider=PostgreSql");
        Assert.Equal(1, exitCode);
        Assert.Contains("The bot does not start: ConnectionStrings:BillingBot", output, StringComparison.Ordinal);
    }

    private static async Task<(int ExitCode, string Output)> RunAsync(string setting)
    {
        using var database = new DatabaseFile();
        var program = typeof(Program).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. setting.Split(' ')])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["Urls"] = "http://127.0.0.1:0",
                ["ConnectionStrings__BillingBot"] = $"Data Source={database.Path};Pooling=False",
            },
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(60));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output + await errors);
        }
        finally
        {
            process.Kill();
        }
    }
}
