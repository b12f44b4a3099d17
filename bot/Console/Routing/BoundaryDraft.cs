using BillingBot.Knowledge.Support.Routing;

namespace BillingBot.Console.Routing;

/// <summary>A line of the support boundary as its form has it.</summary>
internal sealed record BoundaryDraft
{
    public SupportProduct Product { get; set; }
    public string Topic { get; set; } = "";
    public BoundaryKeeper SolvedBy { get; set; }

    public static BoundaryDraft Of(SupportBoundary line) => new() { Product = line.Product, Topic = line.Topic, SolvedBy = line.SolvedBy };

    /// <param name="id">Zero for a new one.</param>
    public SupportBoundary ToLine(long id, int version) => new() { Id = id, Product = Product, Topic = Topic.Trim(), SolvedBy = SolvedBy, Version = version };
}
