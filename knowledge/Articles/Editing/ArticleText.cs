using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using BillingBot.Knowledge.Articles.Import;
using NodaTime;
using NodaTime.Text;

namespace BillingBot.Knowledge.Articles.Editing;

/// <summary>Writes an article's file as the shipped ones are written, so that history shows only what was changed.</summary>
public static partial class ArticleText
{
    public static string Write(ArticleForm form)
    {
        var text = new StringBuilder("---\n");
        Line("id", form.Id);
        Line("language", form.Language);
        Line("title", Quoted(form.Title));
        Line("topic", Plain(form.Topic));
        Line("product", KebabNames<Product>.NameOf(form.Product));
        Line("era", KebabNames<PlatformEra>.NameOf(form.Era));
        Line("cloud", KebabNames<Cloud>.NameOf(form.Cloud));
        Line("audience", KebabNames<Audience>.NameOf(form.Audience));
        Optional("validFrom", Date(form.ValidFrom));
        Optional("validTo", Date(form.ValidTo));
        Line("source", Quoted(form.Source));
        Optional("sourceUrl", form.SourceUrl is { Length: > 0 } address ? Plain(address) : null);
        Line("reviewedOn", Date(form.ReviewedOn)!);
        Optional("skill", form.Skill is { Length: > 0 } skill ? Plain(skill) : null);
        text.Append("questions:\n");
        foreach (var question in form.Questions)
        {
            text.Append("  - ").Append(Quoted(question)).Append('\n');
        }

        Optional("followUps", form.FollowUps.Count > 0 ? $"[{string.Join(", ", form.FollowUps.Select(Plain))}]" : null);
        text.Append("---\n");
        return form.Answer.Length == 0 ? text.ToString() : text.Append(form.Answer.Trim()).Append('\n').ToString();

        void Line(string key, string value) => text.Append(key).Append(": ").Append(value).Append('\n');

        void Optional(string key, string? value)
        {
            if (value is not null)
            {
                Line(key, value);
            }
        }
    }

    /// <summary>One way of ending lines, so that a browser's is no change.</summary>
    internal static string Normalize(string text) => text.TrimStart('\uFEFF').ReplaceLineEndings("\n");

    private static string? Date(LocalDate? date) => date is { } day ? LocalDatePattern.Iso.Format(day) : null;

    private static string Plain(string value) => NeedsNoQuotes().IsMatch(value) ? value : Quoted(value);

    private static string Quoted(string value)
    {
        var quoted = new StringBuilder("\"");
        foreach (var character in value)
        {
            _ = character switch
            {
                '"' => quoted.Append("\\\""),
                '\\' => quoted.Append(@"\\"),
                _ when char.IsControl(character) || character is '\u2028' or '\u2029' or '\uFEFF' =>
                    quoted.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}"),
                _ => quoted.Append(character),
            };
        }

        return quoted.Append('"').ToString();
    }

    [GeneratedRegex(@"\A(https?://[A-Za-z0-9./_~?=&%+-]+|[a-z][a-z0-9-]*)\z", RegexOptions.ExplicitCapture, 10_000)]
    private static partial Regex NeedsNoQuotes();
}
