namespace BillingBot.Tests.Cli;

/// <summary>What a command printed, and its exit code.</summary>
internal sealed record StaffSaw(int ExitCode, string Output, string Errors);
