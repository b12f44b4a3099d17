using System.Collections.Frozen;

namespace BillingBot.Knowledge.Billing;

/// <summary>The currency codes in use and their number of decimals.</summary>
public static class Iso4217
{
    private static readonly FrozenDictionary<string, int> Codes = List()
        .SelectMany(group => group.Codes.Split(' '), (group, code) => KeyValuePair.Create(code, group.Decimals))
        .ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Null when there is no such currency.</summary>
    public static int? Decimals(string code) => Codes.TryGetValue(code, out var decimals) ? decimals : null;

    private static (int Decimals, string Codes)[] List() =>
    [
        (0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF"),
        (2, "AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF CNY COP CRC CUP CVE CZK"),
        (2, "DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD"),
        (2, "KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP"),
        (2, "PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH"),
        (2, "USD UYU UZS VED VES WST XCD XCG YER ZAR ZMW ZWG"),
        (3, "BHD IQD JOD KWD LYD OMR TND"),
    ];
}
