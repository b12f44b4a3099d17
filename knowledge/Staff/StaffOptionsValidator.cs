using System.Net.Mail;
using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Staff;

/// <summary>The address must be one.</summary>
internal sealed class StaffOptionsValidator : IValidateOptions<StaffOptions>
{
    public ValidateOptionsResult Validate(string? name, StaffOptions options) =>
        string.IsNullOrEmpty(options.Mail) || (MailAddress.TryCreate(options.Mail, out var address) && address.Address == options.Mail)
            ? ValidateOptionsResult.Success
            : ValidateOptionsResult.Fail($"{StaffOptions.Section}:{nameof(options.Mail)} is not an e-mail address. Write one such as finance@example.com, or remove it.");
}
