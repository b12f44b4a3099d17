using System.ComponentModel.DataAnnotations;

namespace BillingBot.Channels.DirectLine;

/// <summary>A list of web origins (scheme, host, port; nothing after) or <c>*</c>.</summary>
[AttributeUsage(AttributeTargets.Property)]
internal sealed class OriginsAttribute : ValidationAttribute
{
    public const string Any = "*";

    public override bool IsValid(object? value) =>
        value is IEnumerable<string> origins && origins.All(origin => origin == Any || IsOrigin(origin));

    public static bool IsOrigin(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var uri)
        && uri.Scheme is "https" or "http"
        && text.Equals(uri.GetLeftPart(UriPartial.Authority), StringComparison.OrdinalIgnoreCase);
}
