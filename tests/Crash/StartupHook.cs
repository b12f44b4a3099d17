using System.Runtime.Loader;

#pragma warning disable CA1050, MA0047 // The runtime looks for this very name.
/// <summary>Lets a bot that runs as a process of its own find this assembly, so that <see cref="BillingBot.Tests.Crash.StaffDoor"/> can be in it.</summary>
internal static class StartupHook
{
    public static void Initialize() => AssemblyLoadContext.Default.Resolving += static (context, name) =>
        Path.Combine(Path.GetDirectoryName(typeof(StartupHook).Assembly.Location)!, $"{name.Name}.dll") is { } file && File.Exists(file) ? context.LoadFromAssemblyPath(file) : null;
}
