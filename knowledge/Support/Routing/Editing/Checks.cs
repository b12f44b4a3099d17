using System.Globalization;
using System.Net.Mail;

namespace BillingBot.Knowledge.Support.Routing.Editing;

/// <summary>Collects what is wrong with the fields of one thing.</summary>
internal sealed class Checks
{
    private const int LongestKey = 50;
    private readonly List<RoutingProblem> _problems = [];

    public IReadOnlyList<RoutingProblem> Problems => _problems;

    public Checks Add(bool isWrong, string field, RoutingProblemCode code, string value = "")
    {
        if (isWrong)
        {
            _problems.Add(new(field, code, value));
        }

        return this;
    }

    /// <summary>One line of text.</summary>
    public Checks Line(string? text, string field, int longest, bool required = true)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return Add(required, field, RoutingProblemCode.Missing);
        }

        return Add(text.Length > longest, field, RoutingProblemCode.TooLong)
            .Add(text.Any(char.IsControl), field, RoutingProblemCode.ControlCharacters);
    }

    public Checks Key(string id) => Add(
        id.Length is 0 or > LongestKey || id[0] == '-' || !id.All(letter => char.IsAsciiLetterLower(letter) || char.IsAsciiDigit(letter) || letter == '-'),
        "Id", RoutingProblemCode.NoKey, id);

    public Checks Email(string? address, string field) => Add(
        address is not null && !(MailAddress.TryCreate(address, out var parsed) && parsed.Address == address), field, RoutingProblemCode.NoEmail, address ?? "");

    public Checks Language(string? code, string field) => Add(code is not null && !IsLanguage(code), field, RoutingProblemCode.UnknownLanguage, code ?? "");

    private static bool IsLanguage(string code)
    {
        try
        {
            return code.Length == 2 && CultureInfo.GetCultureInfo(code, predefinedOnly: true).TwoLetterISOLanguageName == code;
        }
        catch (CultureNotFoundException)
        {
            return false;
        }
    }
}
