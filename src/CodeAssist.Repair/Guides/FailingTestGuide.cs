namespace CodeAssist.Repair.Guides;

/// <summary>
/// The guide of a bug that no rule and no compiler reports, only a test that fails: what tells of it stands at the
/// statement that is to blame, as a debugger's user would have found it.
/// </summary>
public static class FailingTestGuide
{
    /// <summary>The ID of the diagnostic.</summary>
    public const string DiagnosticId = "FailingTest";

    internal static RepairGuide Guide { get; } = new(
        DiagnosticId,
        "The named test passed before a mistake was made at the flagged line or right beside it: an operator, a literal, a variable, an argument, a condition, or a statement that is missing or in the "
        + "wrong place. Find the mistake and undo it with the smallest change. Read what the member is there for from its name, its documentation and its other code; do not write code for one input.",
        new Allowance
        {
            Within = EffectKinds.All,
            Beside = EffectKinds.All,
            MayLose = EffectKinds.All,
            Extent = Extent.Block,
            DeleteFlagged = true,
            EncloseFlagged = true,
        })
    {
        AdviceInChinese = "在被标记的行或紧邻处出现错误之前，所述测试是通过的：错误可能是运算符、字面量、变量、实参、条件，或者缺失、放错位置的语句。找出错误，用最小的改动撤销它。"
            + "根据成员的名称、文档和其余代码判断其用途；不要为某个输入编写特例。",
    };
}
