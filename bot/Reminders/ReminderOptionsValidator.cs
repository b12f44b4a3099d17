using Microsoft.Extensions.Options;

namespace BillingBot.Reminders;

[OptionsValidator]
internal sealed partial class ReminderOptionsValidator : IValidateOptions<ReminderOptions>;
