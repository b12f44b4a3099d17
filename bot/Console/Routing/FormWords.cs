namespace BillingBot.Console.Routing;

/// <summary>Names the sentences that all forms and lists of routing share; see <c>FormWords.resx</c>.</summary>
internal sealed class FormWords;
