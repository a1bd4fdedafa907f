namespace CodeAssist.Repair.Guides;

/// <summary>The guides of diagnostics that are not ours: the compiler's and other analyzers'.</summary>
internal static class ForeignGuides
{
    // A guard: a test of a value, and a way out where it fails.
    private const EffectKinds Guard =
        EffectKinds.Condition | EffectKinds.Throw | EffectKinds.Jump | EffectKinds.Call | EffectKinds.Expression;

    private static readonly string[] NullableWarnings =
    [
        "CS8600", "CS8601", "CS8602", "CS8603", "CS8604", "CS8605", "CS8607", "CS8608", "CS8609", "CS8610", "CS8611", "CS8612", "CS8613", "CS8614",
        "CS8615", "CS8616", "CS8617", "CS8619", "CS8620", "CS8621", "CS8622", "CS8624", "CS8625", "CS8626", "CS8629", "CS8631", "CS8633", "CS8634",
        "CS8655", "CS8670", "CS8714", "CS8762", "CS8763", "CS8764", "CS8765", "CS8766", "CS8767", "CS8768", "CS8769", "CS8770", "CS8774", "CS8775", "CS8776", "CS8777",
    ];

    public static IReadOnlyList<RepairGuide> All { get; } =
    [
        .. NullableWarnings.Select(id => new RepairGuide(
            id,
            "Handle the null case where it can arise: test the value, use a fallback that the code already has, or leave early the way this member leaves elsewhere. Never use '!', never change signatures.",
            new Allowance { Within = EffectKinds.All, OnlyGain = EffectKinds.Literal, Beside = Guard })
        {
            AdviceInChinese = "在可能出现 null 的地方处理它：检查该值，使用代码中已有的后备值，或按该成员在别处的方式提前退出。不要使用“!”，不要改变签名。",
        }),
        new RepairGuide(
            "CS8618",
            "Give the field or property a value where it is declared or in the constructor. Do not use '!' and do not change its type.",
            new Allowance { Within = EffectKinds.All, Beside = EffectKinds.Write | EffectKinds.Expression | EffectKinds.Call | EffectKinds.Jump })
        {
            AdviceInChinese = "在声明处或构造函数中为字段或属性赋值。不要使用“!”，不要改变其类型。",
        },
        .. new[] { "CS0161", "CS0165", "CS8509", "CS8524", "CS8120" }.Select(id => new RepairGuide(
            id,
            "Close the open end: add the return, throw, assignment or arm that is missing, in the way the rest of the member does it. Do not change the paths that exist.",
            new Allowance { Within = EffectKinds.All, CloseOpenEnd = true, Beside = id == "CS0165" ? EffectKinds.Write | EffectKinds.Expression : EffectKinds.None })
        {
            AdviceInChinese = "补上缺失的出口：按该成员其余部分的方式添加缺少的 return、throw、赋值或分支。不要改变已有路径。",
        }),
        .. new[] { "CS0162", "CS0164", "CS0168", "CS0219", "CS0414", "IDE0051", "IDE0052", "IDE0059" }.Select(id => new RepairGuide(
            id,
            "Delete the code that is never used or reached, and nothing else. Keep calls whose effect is needed.",
            new Allowance { Within = EffectKinds.All, DeleteFlagged = true })
        {
            AdviceInChinese = "删除从未使用或无法到达的代码，除此之外不作改动。保留其副作用被需要的调用。",
        }),
        .. new[] { "CS4014", "CS4032", "CS4033", "CS1998" }.Select(id => new RepairGuide(
            id,
            "Await the task. Where the member is not async and its return type is a task, make it async.",
            new Allowance { Within = EffectKinds.All, BecomeAsync = true, Requires = id == "CS4014" ? EffectKinds.Await : EffectKinds.None, OnlyGain = EffectKinds.Literal })
        {
            AdviceInChinese = "等待该任务。若成员不是 async 而返回类型是任务，将其改为 async。",
        }),
        .. new[] { "CA1062", "CA1031", "CA2000" }.Select(id => new RepairGuide(
            id,
            "Add what is missing beside the flagged code (a guard, a narrower catch, a disposal) and keep everything else.",
            new Allowance { Within = EffectKinds.All, Beside = Guard | EffectKinds.Dispose, NarrowCatch = true })
        {
            AdviceInChinese = "在被标记的代码旁补上缺少的内容（检查、更窄的 catch、释放），其余保持不变。",
        }),
    ];

    /// <summary>The guide of an ID that has none of its own.</summary>
    public static RepairGuide Default(string diagnosticId) => new(
        diagnosticId,
        "Repair the flagged statement with the smallest change that removes the cause of the diagnostic. Keep what the code does otherwise.",
        new Allowance { Within = EffectKinds.All })
    {
        AdviceInChinese = "用最小的改动修复被标记的语句，消除诊断的原因。其余行为保持不变。",
    };
}
