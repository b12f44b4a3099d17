using System.Diagnostics;
using BillingBot.Cli;
using BillingBot.Tests.Billing.Import;

namespace BillingBot.Tests.Cli;

public sealed class CommandLineTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("billingbot-cli-").FullName;

    [Theory]
    [InlineData(true, "import", "invoices", "x.csv")]
    [InlineData(true, "imprt")]
    [InlineData(true, "--help")]
    [InlineData(false)]
    [InlineData(false, "--urls", "http://localhost:1")]
    [InlineData(false, "--urls=http://localhost:1")]
    [InlineData(false, "urls=http://localhost:1")]
    [InlineData(false, "/urls", "http://localhost:1")]
    public void A_verb_is_a_command_and_settings_are_the_bot_s(bool isCommand, params string[] args) =>
        Assert.Equal(isCommand, CommandLine.IsCommand(args));

    [Fact]
    public async Task A_good_file_is_exit_code_0_a_bad_one_1_with_its_rejects_beside_it_and_a_wrong_word_is_explained()
    {
        await File.WriteAllTextAsync(PathOf("good.csv"), ImportDesk.File(ImportDesk.Row("CLI-1")), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(
            PathOf("bad.csv"),
            ImportDesk.File(ImportDesk.Row("CLI-2").Replace("1.00", "=1+1", StringComparison.Ordinal)),
            TestContext.Current.CancellationToken);

        var good = await RunAsync("import", "invoices", PathOf("good.csv"));
        Assert.Equal(0, good.ExitCode);
        Assert.Contains("1 added", good.Output, StringComparison.Ordinal);
        Assert.Contains("Writing 100 %", good.Errors, StringComparison.Ordinal);

        var bad = await RunAsync("import", "invoices", PathOf("bad.csv"));
        Assert.Equal(1, bad.ExitCode);
        Assert.Contains("Line 2, net \"=1+1\"", bad.Output, StringComparison.Ordinal);
        Assert.Contains("'=1+1", await File.ReadAllTextAsync(PathOf("bad.csv.rejected.csv"), TestContext.Current.CancellationToken), StringComparison.Ordinal);

        var missing = await RunAsync("import", "invoices", PathOf("missing.csv"));
        Assert.Equal(1, missing.ExitCode);
        Assert.Contains("missing.csv cannot be read", missing.Errors, StringComparison.Ordinal);
        Assert.NotEqual(0, (await RunAsync("import", "wishes", PathOf("good.csv"))).ExitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string PathOf(string name) => Path.Combine(_folder, name);

    private async Task<(int ExitCode, string Output, string Errors)> RunAsync(params string[] args)
    {
        var program = typeof(Program).Assembly.Location;
        using var process = Process.Start(new ProcessStartInfo("dotnet", [program, .. args])
        {
            WorkingDirectory = Path.GetDirectoryName(program)!,
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Development",
                ["ConnectionStrings__BillingBot"] = $"Data Source={PathOf("cli.db")};Pooling=False",
            },
        })!;
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        patience.CancelAfter(TimeSpan.FromSeconds(120));
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(patience.Token);
            var errors = process.StandardError.ReadToEndAsync(patience.Token);
            await process.WaitForExitAsync(patience.Token);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            process.Kill();
        }
    }
}
