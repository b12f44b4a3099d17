namespace BillingBot.Knowledge.Support.Routing;

/// <summary>What a support provider is to the partner.</summary>
public enum SupportProviderKind
{
    /// <summary>Works on the partner's behalf.</summary>
    Outsourced,

    /// <summary>Sells its own support, which the partner resells.</summary>
    Resold,

    /// <summary>The partner buys its subscriptions from it.</summary>
    IndirectProvider,
}
