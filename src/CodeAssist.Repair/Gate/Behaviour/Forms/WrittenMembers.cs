namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>A member that a repair writes does what it is for, and no more.</summary>
internal static class WrittenMembers
{
    /// <summary>An added member that is a stub, can be written without need, or compares the wrong way round; null where there is none.</summary>
    public static CheckFinding? FindAdded(RepairForm form) =>
        form.Change.AddedMembers.FirstOrDefault(member => AddedMembers.IsStub(member, form.NewModel, form.Cancellation)
            || AddedMembers.IsWider(member, form.NewModel, form.Cancellation) || AddedMembers.IsTurned(member, form.NewModel, form.Cancellation)) is { } stub
            ? CheckFinding.Failed("StubMember", RegionChange.NameOf(stub))
            : null;

    /// <summary>The member itself, where it was to be written and is a stub still; null where it is none.</summary>
    public static CheckFinding? FindStub(RepairForm form) =>
        form.Allowance.WritesCode && form.Target.Id == "CDA5001" && AddedMembers.IsStub(form.NewNode, form.NewModel, form.Cancellation)
            ? CheckFinding.Failed("StubMember", RegionChange.NameOf(form.NewNode))
            : null;
}
