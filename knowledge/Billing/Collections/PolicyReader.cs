using System.Globalization;
using BillingBot.Knowledge.Articles;
using BillingBot.Knowledge.Articles.Import;
using BillingBot.Knowledge.Support;

namespace BillingBot.Knowledge.Billing.Collections;

/// <summary>Reads the file in which a partner publishes its collections policy.</summary>
internal static class PolicyReader
{
    private const int MostDays = 3_650;
    private static readonly string[] StepKeys = KebabNames<CollectionsStep>.All.Split(", ");

    /// <exception cref="OfferFileException">The file cannot be used.</exception>
    public static CollectionsPolicy Read(string file)
    {
        var top = YamlFile.Load(file, "Collections:PolicyFile", "Publish 'stages', or leave Collections:PolicyFile empty.")
            .Only("stages", "stoppedBy", "exceptions", "promises");
        var stages = top.Required("stages", "Publish at least one, or leave Collections:PolicyFile empty.").Only(StepKeys);
        var stoppedBy = Text(top, "stoppedBy");
        var general = stages.Entries().Select(entry => Stage(Step(entry.Key), entry.Value, null, stoppedBy)).ToList();
        if (general.Count == 0)
            throw stages.Problem("no stage is given.", "Publish at least one, or leave Collections:PolicyFile empty.");

        var exceptions = new List<(CollectionsException Exception, YamlSection Place)>();
        foreach (var section in top.Optional("exceptions")?.Items() ?? [])
        {
            var exception = Exception(section, general, stoppedBy);
            if (exceptions.Exists(other => other.Exception.Group == exception.Group && other.Exception.Product == exception.Product))
                throw section.Problem("there is another exception for the same group and product.", "Put both into one.");
            exceptions.Add((exception, section));
        }

        var policy = new CollectionsPolicy(general, [.. exceptions.Select(pair => pair.Exception)], Promises(top.Optional("promises")));
        CheckOrder(policy, stages, exceptions);
        return policy;
    }

    private static CollectionsException Exception(YamlSection section, List<CollectionsStage> general, LocalizedText? stoppedBy)
    {
        section.Only(["group", "product", .. StepKeys]);
        var group = section.Optional("group")?.Text();
        var product = section.Optional("product") is { } named ? Product(named) : (Product?)null;
        if (group is null && product is null)
            throw section.Problem("it does not say for whom.", "Name a 'group', a 'product', or both; what holds for all stands in 'stages'.");
        return new(group, product, section.Entries().Where(entry => entry.Key is not ("group" or "product")).ToDictionary(
            entry => Step(entry.Key),
            entry => Differing(Step(entry.Key), entry.Value, general, stoppedBy)));
    }

    private static CollectionsStage? Differing(
        CollectionsStep step, YamlSection section, List<CollectionsStage> general, LocalizedText? stoppedBy)
    {
        var inherited = general.Find(stage => stage.Step == step);
        if (section.IsMapping)
            return Stage(step, section, inherited, stoppedBy);
        if (section.Text() is "never")
            return null;
        return inherited is null
            ? throw section.Problem("this step has no texts to inherit.", "Write 'days', 'users' and 'admins', indented below.")
            : inherited with { AfterDays = Days(section) };
    }

    private static CollectionsStage Stage(CollectionsStep step, YamlSection section, CollectionsStage? inherited, LocalizedText? stoppedBy)
    {
        section.Only("days", "users", "admins", "stoppedBy");
        const string Effect = "Say what it means for access, '{ en: ..., ja: ... }'.";
        return new(
            step,
            inherited is not null && section.Optional("days") is null ? inherited.AfterDays : Days(section.Required("days", "Write the days after the due date.")),
            Text(section, "users") ?? inherited?.Users ?? OfferReader.Localized(section.Required("users", Effect)),
            Text(section, "admins") ?? inherited?.Admins ?? OfferReader.Localized(section.Required("admins", Effect)),
            Text(section, "stoppedBy") ?? inherited?.StoppedBy ?? stoppedBy
                ?? OfferReader.Localized(section.Required("stoppedBy", "Say here, or once at the top, what stops it.")));
    }

    private static PromiseRules? Promises(YamlSection? section) => section is null ? null : new(
        Days(section.Only("longestDays", "atMost").Required("longestDays", "Write how many days ahead a promise may be.")),
        Days(section.Required("atMost", "Write how many promises one invoice may have.")));

    /// <summary>Steps are taken one after the other, whatever group and product come together.</summary>
    private static void CheckOrder(CollectionsPolicy policy, YamlSection stages, List<(CollectionsException Exception, YamlSection Place)> exceptions)
    {
        foreach (var group in exceptions.Select(pair => pair.Exception.Group).OfType<string>().Prepend("").Distinct(StringComparer.OrdinalIgnoreCase))
        {
            foreach (var product in Enum.GetValues<Product>())
            {
                var row = policy.For(group, product);
                foreach (var (earlier, later) in row.Zip(row.Skip(1)).Where(pair => pair.First.AfterDays >= pair.Second.AfterDays))
                {
                    var place = exceptions.Where(pair => pair.Exception.AppliesTo(group, product))
                        .OrderByDescending(pair => pair.Exception.Precedence).Select(pair => pair.Place).FirstOrDefault() ?? stages;
                    throw place.Problem(
                        string.Create(CultureInfo.InvariantCulture, $"{Named(group, product)}{later.Step} comes on day {later.AfterDays}, but {earlier.Step} on day {earlier.AfterDays}."),
                        "Give the later step more days, or write 'never' for one of them.");
                }
            }
        }
    }

    private static string Named(string group, Product product) => (group, product) switch
    {
        ("", Articles.Product.Any) => "",
        ("", _) => $"for {product} ",
        (_, Articles.Product.Any) => $"for group '{group}' ",
        _ => $"for {product} in group '{group}' ",
    };

    private static LocalizedText? Text(YamlSection section, string key) =>
        section.Optional(key) is { } text ? OfferReader.Localized(text) : null;

    private static CollectionsStep Step(string key) => KebabNames<CollectionsStep>.TryParse(key, out var step)
        ? step
        : throw new InvalidOperationException($"'{key}' was not checked.");

    private static Product Product(YamlSection section) =>
        KebabNames<Product>.TryParse(section.Text(), out var product) && product != Articles.Product.Any
            ? product
            : throw section.Problem($"'{section.Text()}' is no product.", $"Write one of: {KebabNames<Product>.All.Replace("any, ", "", StringComparison.Ordinal)}.");

    private static int Days(YamlSection section) =>
        int.TryParse(section.Text(), NumberStyles.None, CultureInfo.InvariantCulture, out var days) && days is > 0 and <= MostDays
            ? days
            : throw section.Problem($"'{section.Text()}' is no number from 1 to {MostDays}.", "Write a whole number.");
}
