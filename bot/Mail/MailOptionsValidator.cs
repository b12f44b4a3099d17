using Microsoft.Extensions.Options;

namespace BillingBot.Mail;

[OptionsValidator]
internal sealed partial class MailOptionsValidator : IValidateOptions<MailOptions>;
