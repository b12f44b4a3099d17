namespace BillingBot.Channels.DirectLine;

/// <summary>Answers an admitted call.</summary>
internal delegate Task<IResult> Handler(HttpContext context, Caller caller);
