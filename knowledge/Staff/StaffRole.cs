namespace BillingBot.Knowledge.Staff;

/// <summary>What somebody of the partner's staff may do. A lead may do all that an agent may; an administrator everything.</summary>
public enum StaffRole
{
    /// <summary>Reads and claims cases, answers customers.</summary>
    Agent,

    /// <summary>Also moves cases of others, and edits routing rules and canned replies.</summary>
    Lead,

    /// <summary>Edits the knowledge store.</summary>
    KnowledgeEditor,

    /// <summary>Everything.</summary>
    Administrator,
}
