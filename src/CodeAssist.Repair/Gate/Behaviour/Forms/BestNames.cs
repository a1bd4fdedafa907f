namespace CodeAssist.Repair.Gate.Behaviour.Forms;

/// <summary>Of the names that a repair can take, it takes the one that fits best.</summary>
internal static class BestNames
{
    /// <summary>A new name that another one beats; null where there is none.</summary>
    public static CheckFinding? Find(RepairForm form) =>
        form.Allowance.FittingName
            ? RepairForm.FitsWorse(FittingNames.Find(form.Target, form.OldModel, form.OldRoot, form.NewModel, form.NewNode, form.Tokens, form.Cancellation))
            : null;
}
