namespace CodeAssist.Repair.Guides;

/// <summary>The guides of CDA2xxx.</summary>
internal static class ConcurrencyGuides
{
    public static IReadOnlyList<RepairGuide> All { get; } =
    [
        new RepairGuide(
            "CDA2001",
            "Make the member async and await the flagged task where it is returned, so that the using, finally or catch around it is still there while the task runs: return await task; in a member with a result, "
            + "await task; followed by return; in one without (leave return; out only where nothing follows). Await every other task that the member returns in the same way. "
            + "Keep the return type, the parameters and everything else as they are; do not dispose elsewhere, do not block on the task.",
            new Allowance { Within = EffectKinds.Await | EffectKinds.Jump, BecomeAsync = true })
        {
            AdviceInChinese = "将成员改为 async，并在返回处 await 被标记的任务，使任务运行期间它外围的 using、finally 或 catch 仍然有效：有结果的成员写 return await task;，"
                + "没有结果的成员写 await task; 再写 return;（只有其后不再执行任何代码时才省略 return;）。成员返回的其他任务也同样 await。"
                + "返回类型、参数和其余代码保持不变；不要把释放移到别处，不要阻塞等待任务。",
        },
    ];
}
