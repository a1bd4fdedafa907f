using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Editing;

/// <summary>Makes an edit of a model's reply.</summary>
public static class ReplyEditor
{
    /// <summary>The edit that a reply describes, or why it is unusable.</summary>
    public static Proposal Apply(RepairRequest request, string reply) => Proposal.Unusable(reply);
}
