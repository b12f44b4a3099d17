namespace BillingBot.Knowledge.Articles;

/// <summary>The skills of the bot that hosts the articles.</summary>
/// <param name="Names">What an article may give as its skill.</param>
public sealed record KnownSkills(IReadOnlySet<string> Names);
