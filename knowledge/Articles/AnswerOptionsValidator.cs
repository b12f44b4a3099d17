using Microsoft.Extensions.Options;

namespace BillingBot.Knowledge.Articles;

[OptionsValidator]
internal sealed partial class AnswerOptionsValidator : IValidateOptions<AnswerOptions>;
