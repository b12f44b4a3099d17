using System.Globalization;
using BillingBot.Knowledge.Cases;

namespace BillingBot.Tests.Skills.OwnCases;

/// <summary>How a customer writes of a case.</summary>
internal static class CaseWords
{
    /// <summary>With the case's number where <c>{0}</c> stands.</summary>
    public static string Say(string words, Case known) => words.Replace("{0}", Number(known), StringComparison.Ordinal);

    public static string Number(Case known) => known.Id.ToString(CultureInfo.InvariantCulture);
}
