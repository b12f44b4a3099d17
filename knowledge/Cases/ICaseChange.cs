using BillingBot.Knowledge.Conversations;

namespace BillingBot.Knowledge.Cases;

/// <summary>An effect of a turn that staff must see at once.</summary>
public interface ICaseChange : IEffect;
