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
        new RepairGuide(
            "CDA2009",
            "Lock a private readonly object that nothing else uses: an existing gate field of the type where the other locks of the same data use it, otherwise a new field 'private readonly object _gate = new object();' beside the member (static where the data is static). "
            + "Every place that guards the same data must lock the same object: where you cannot change them all within the region, leave the code alone. Change only what is locked, not the body of the lock.",
            new Allowance { Within = EffectKinds.Read | EffectKinds.Literal | EffectKinds.Operator | EffectKinds.Conversion, AddHelper = true })
        {
            AdviceInChinese = "锁定一个不作他用的私有只读对象：如果同一数据的其他锁已使用类型中现有的锁字段，就用它；否则在成员旁新增字段 private readonly object _gate = new object();（数据是静态的就用 static）。"
                + "保护同一数据的所有位置必须锁定同一个对象：如果无法在该区域内全部修改，就不要改动。只改变被锁定的对象，不要改动锁的主体。",
        },
        new RepairGuide(
            "CDA2003",
            "Where the enclosing member is async and the delegate's caller has an awaitable counterpart that takes a Func<Task> (or a plain loop does the same), await that. "
            + "Otherwise keep the lambda and put its whole body into a try with a catch that hands the exception to the logger or error handler which this code already uses. "
            + "Do not block on the task, do not drop it with a discard, do not leave a catch empty, and do not change the member's signature.",
            new Allowance { Within = EffectKinds.Await | EffectKinds.Call | EffectKinds.Read | EffectKinds.Variable | EffectKinds.Condition | EffectKinds.Catch })
        {
            AdviceInChinese = "如果外围成员是 async，且委托的调用方有接受 Func<Task> 的可等待版本（或用普通循环就能做到），就 await 它。"
                + "否则保留 lambda，并把整个主体放进 try，用 catch 把异常交给这段代码已在使用的日志或错误处理。"
                + "不要阻塞等待任务，不要用弃元丢弃任务，不要留下空的 catch，也不要改变成员的签名。",
        },
        new RepairGuide(
            "CDA2006",
            "Return a task that has ended in place of the flagged null: Task.CompletedTask for Task, Task.FromResult(value) for Task<T> with the value that the method's documentation, its other returns or its callers show to be 'nothing' (null only where T may be null, an empty collection, false, 0). "
            + "Do not make the method async, do not change the return type, do not throw, do not add a null-forgiving operator.",
            new Allowance { Within = EffectKinds.Call | EffectKinds.Expression })
        {
            AdviceInChinese = "用已完成的任务代替被标记的 null：Task 用 Task.CompletedTask，Task<T> 用 Task.FromResult(值)，值取方法文档、其他返回或调用方所表明的“无”（仅当 T 可为 null 时才用 null，或空集合、false、0）。"
                + "不要把方法改为 async，不要改变返回类型，不要引发异常，不要添加 null 包容运算符。",
        },
        new RepairGuide(
            "CDA2011",
            "Let the loop run over a copy of the collection (append .ToList() to what it enumerates), so that the change in the body stays as it is. "
            + "Where the loop does nothing but remove the elements that meet a condition from a list, RemoveAll with that condition may replace it. Do not add a break, do not change what is removed or added, do not catch the exception.",
            new Allowance { Beside = EffectKinds.Call })
        {
            AdviceInChinese = "让循环遍历集合的副本（在被遍历的表达式后加 .ToList()），循环体中的修改保持不变。"
                + "如果循环只是从列表中移除满足条件的元素，可以用带该条件的 RemoveAll 代替。不要添加 break，不要改变移除或添加的内容，不要捕获该异常。",
        },
    ];
}
