using BillingBot.Knowledge.Support.Dispatch;
using BillingBot.Startup;
using Microsoft.Extensions.Options;

namespace BillingBot.Routing;

/// <summary>How often one network address may post callbacks, signed or not.</summary>
internal sealed class CallbackRate(IOptions<DispatchOptions> options) : AddressRate
{
    protected override int PerMinute => options.Value.CallbacksPerMinute;
}
