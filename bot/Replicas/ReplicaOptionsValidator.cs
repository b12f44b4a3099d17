using BillingBot.Knowledge.Storage.Replicas;
using Microsoft.Extensions.Options;

namespace BillingBot.Replicas;

[OptionsValidator]
internal sealed partial class ReplicaOptionsValidator : IValidateOptions<ReplicaOptions>;
