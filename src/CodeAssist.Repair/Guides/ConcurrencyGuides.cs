namespace CodeAssist.Repair.Guides;

/// <summary>The guides of CDA2xxx.</summary>
internal static class ConcurrencyGuides
{
    // The values that stand for 'nothing'.
    private static readonly IReadOnlyList<EffectSwap> Nothing =
    [
        EffectSwap.Literal("", "* null"), EffectSwap.Literal("", "* default"), EffectSwap.Literal("", "* False"), EffectSwap.Literal("", "* 0"), EffectSwap.Literal("", "string "),
        EffectSwap.Call("", "System.Array.Empty<*"), EffectSwap.Call("", "System.Linq.Enumerable.Empty<*"), EffectSwap.Call("", "new System.Collections.*()"),
        EffectSwap.Read("", "*.Empty"), EffectSwap.Read("", "*.None"), EffectSwap.Read("", "new *"),
        EffectSwap.Operator("", "CollectionExpression*"), EffectSwap.Operator("", "new *"),
    ];

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
            new Allowance { Within = EffectKinds.Read, AddHelper = true })
        {
            AdviceInChinese = "锁定一个不作他用的私有只读对象：如果同一数据的其他锁已使用类型中现有的锁字段，就用它；否则在成员旁新增字段 private readonly object _gate = new object();（数据是静态的就用 static）。"
                + "保护同一数据的所有位置必须锁定同一个对象：如果无法在该区域内全部修改，就不要改动。只改变被锁定的对象，不要改动锁的主体。",
        },
        new RepairGuide(
            "CDA2003",
            "Where the enclosing member is async and the delegate's caller has an awaitable counterpart that takes a Func<Task> (or a plain loop does the same), await that. "
            + "Otherwise keep the lambda and put its whole body into a try with a catch that hands the exception to the logger or error handler which this code already uses. "
            + "Do not block on the task, do not drop it with a discard, do not leave a catch empty, and do not change the member's signature.",
            new Allowance
            {
                Within = EffectKinds.Await | EffectKinds.Call | EffectKinds.Read | EffectKinds.Variable | EffectKinds.Condition | EffectKinds.Catch,
                OnlyGain = EffectKinds.Await | EffectKinds.Call | EffectKinds.Read,
                Swaps = [EffectSwap.Call("*.ForEach*", ""), new(EffectKinds.Jump, "Return", "Continue"), new(EffectKinds.Jump, "return", "Continue")],
                EncloseFlagged = true,
            })
        {
            AdviceInChinese = "如果外围成员是 async，且委托的调用方有接受 Func<Task> 的可等待版本（或用普通循环就能做到），就 await 它。"
                + "否则保留 lambda，并把整个主体放进 try，用 catch 把异常交给这段代码已在使用的日志或错误处理。"
                + "不要阻塞等待任务，不要用弃元丢弃任务，不要留下空的 catch，也不要改变成员的签名。",
        },
        new RepairGuide(
            "CDA2006",
            "Return a task that has ended in place of the flagged null: Task.CompletedTask for Task, Task.FromResult(value) for Task<T> with the value that the method's documentation, its other returns or its callers show to be 'nothing' (null only where T may be null, an empty collection, false, 0). "
            + "Do not make the method async, do not change the return type, do not throw, do not add a null-forgiving operator.",
            new Allowance
            {
                Swaps =
                [
                    EffectSwap.Literal("* null", ""), EffectSwap.Literal("* default", ""), EffectSwap.Read("", "System.Threading.Tasks.Task.CompletedTask"),
                    EffectSwap.Call("", "System.Threading.Tasks.Task.FromResult<*"), .. Nothing,
                ],
                OnlyEmpty = true,
            })
        {
            AdviceInChinese = "用已完成的任务代替被标记的 null：Task 用 Task.CompletedTask，Task<T> 用 Task.FromResult(值)，值取方法文档、其他返回或调用方所表明的“无”（仅当 T 可为 null 时才用 null，或空集合、false、0）。"
                + "不要把方法改为 async，不要改变返回类型，不要引发异常，不要添加 null 包容运算符。",
        },
        new RepairGuide(
            "CDA2011",
            "Let the loop run over a copy of the collection (append .ToList() to what it enumerates), so that the change in the body stays as it is. "
            + "Where the loop does nothing but remove the elements that meet a condition from a list, RemoveAll with that condition may replace it. Do not add a break, do not change what is removed or added, do not catch the exception.",
            new Allowance
            {
                Beside = EffectKinds.Call | EffectKinds.Read,
                CallsBeside = ["System.Linq.Enumerable.ToList<*", "System.Linq.Enumerable.ToArray<*", "*.ToArray()", "*.ToList()", "new System.Collections.Generic.List<*IEnumerable<*"],
                IntoStatements = true,
                SameBut = Additions.Nothing,
            })
        {
            AdviceInChinese = "让循环遍历集合的副本（在被遍历的表达式后加 .ToList()），循环体中的修改保持不变。"
                + "如果循环只是从列表中移除满足条件的元素，可以用带该条件的 RemoveAll 代替。不要添加 break，不要改变移除或添加的内容，不要捕获该异常。",
        },
        new RepairGuide(
            "CDA2005",
            "Await a task that has ended where the receiver is null: (x?.M() ?? Task.CompletedTask), or for a task with a result (x?.M() ?? Task.FromResult(value)) with the value that the code after it takes for 'nothing'. "
            + "Or guard the statement with if (x is not null) and write x.M(). Evaluate the receiver once where it is a call, keep the arguments, and do not add a null-forgiving operator.",
            new Allowance
            {
                Within = EffectKinds.Await | EffectKinds.Condition | EffectKinds.Expression | EffectKinds.Variable,
                OnlyGain = EffectKinds.Await | EffectKinds.Expression,
                Swaps = [EffectSwap.Call("", "System.Threading.Tasks.Task.FromResult<*")],
                Beside = EffectKinds.Condition | EffectKinds.Expression,
                PlainLiterals = true,
            })
        {
            AdviceInChinese = "接收者为 null 时等待已完成的任务：(x?.M() ?? Task.CompletedTask)；任务有结果时用 (x?.M() ?? Task.FromResult(值))，值取其后代码视为“无”的值。"
                + "或者用 if (x is not null) 保护该语句并写成 x.M()。接收者是调用时只求值一次，保持实参不变，不要添加 null 包容运算符。",
        },
        new RepairGuide(
            "CDA2012",
            "Read the event or field once: write E?.Invoke(arguments) in place of the flagged invocation where its result is not used. "
            + "Where the result is used, copy the event or field into a new local, and test and invoke the local. Keep the arguments and everything else under the test as they are.",
            new Allowance
            {
                Within = EffectKinds.Condition | EffectKinds.Call | EffectKinds.Read | EffectKinds.Variable,
                Beside = EffectKinds.Variable | EffectKinds.Read,
                Swaps = [.. Swaps.OldTests, EffectSwap.Literal("* null", ""), EffectSwap.Operator("IsPattern", ""), EffectSwap.Operator("NegatedPattern", ""), EffectSwap.Operator("ConstantPattern", "")],
                Extent = Extent.Guarded,
                SameBut = Additions.Nothing,
                OnlySameMeaning = true,
                NewCalls = ["*.Invoke(*"],
                ExtractLocal = true,
            })
        {
            AdviceInChinese = "只读取一次事件或字段：不使用结果时，用 E?.Invoke(实参) 代替被标记的调用。"
                + "使用结果时，把事件或字段复制到新的局部变量，判空和调用都用该局部变量。实参以及判空之下的其他代码保持不变。",
        },
        new RepairGuide(
            "CDA2004",
            "Write Task in place of void in the method's signature and change nothing else: the body of an async method needs no other return. Keep the name, the parameters and the other modifiers. "
            + "Do not block, do not wrap the body, do not rename.",
            new Allowance { SignatureSwaps = [("void", "Task"), ("void", "System . Threading . Tasks . Task"), ("void", "global :: System . Threading . Tasks . Task")] })
        {
            AdviceInChinese = "在方法签名中用 Task 代替 void，其余不变：异步方法的主体不需要别的返回。名称、参数和其他修饰符保持不变。"
                + "不要阻塞，不要包装主体，不要改名。",
        },
        new RepairGuide(
            "CDA2008",
            "Where the enclosing member is async, or returns a task and can become async, replace the blocking wait with await on the same task: await task in place of task.Result, task.Wait() and task.GetAwaiter().GetResult(), in parentheses where a member of the result follows. "
            + "Do not change the return type of the member, do not wrap the call in Task.Run, and do not replace one blocking wait with another; where the member cannot await, leave the code alone.",
            new Allowance
            {
                Within = EffectKinds.Await | EffectKinds.Read,
                OnlyGain = EffectKinds.Await | EffectKinds.Read,
                AwaitForWait = true,
                BecomeAsync = true,
                Requires = EffectKinds.Await,
            })
        {
            AdviceInChinese = "如果外围成员是 async，或返回任务且可以改为 async，就用对同一任务的 await 代替阻塞等待：用 await task 代替 task.Result、task.Wait() 和 task.GetAwaiter().GetResult()，后面还要访问结果的成员时加括号。"
                + "不要改变成员的返回类型，不要用 Task.Run 包装调用，也不要换成另一种阻塞等待；如果成员无法 await，就不要改动。",
        },
        new RepairGuide(
            "CDA2007",
            "Await the awaitable method that the message names in place of the flagged call, with the same arguments in the same order: await x.MAsync(a), in parentheses where a member of the result follows; await Task.Delay(t) in place of Thread.Sleep(t). "
            + "Pass the cancellation token of the enclosing method where the awaitable method takes one and the method has one. Do not block on the new task, do not wrap anything in Task.Run, and leave the other calls as they are.",
            new Allowance
            {
                Within = EffectKinds.Await | EffectKinds.Read,
                OnlyGain = EffectKinds.Await | EffectKinds.Read,
                Swaps =
                [
                    EffectSwap.Call("*.{name}(*", "*.{name}Async(*"), EffectSwap.Call("*.{name}<*", "*.{name}Async<*"),
                    // The same with a parameter that is generic too: the name is the first that has type arguments.
                    EffectSwap.Call("{from*}.{name}<*", "{to*}.{name}Async<*"),
                    EffectSwap.Call("System.Threading.Thread.Sleep(*", "System.Threading.Tasks.Task.Delay(*"),
                ],
                AwaitForWait = true,
                Requires = EffectKinds.Await,
            })
        {
            AdviceInChinese = "用消息中给出的可等待方法代替被标记的调用并 await 它，实参及其顺序不变：await x.MAsync(a)，后面还要访问结果的成员时加括号；用 await Task.Delay(t) 代替 Thread.Sleep(t)。"
                + "如果可等待方法接受取消标记且外围方法有取消标记，就传入。不要阻塞等待新任务，不要用 Task.Run 包装，其他调用保持不变。",
        },
        new RepairGuide(
            "CDA2002",
            "Where the enclosing function returns a task and can become async, make it async and await the flagged call. Where it cannot, hand the task to the helper that this code base uses for tasks nobody waits for. "
            + "Do not block on the task, do not only assign it to a discard or an unused variable, and do not change the return type or the order of the calls; where none of this fits, leave the code alone.",
            new Allowance
            {
                Within = EffectKinds.Await | EffectKinds.Call | EffectKinds.Read,
                OnlyGain = EffectKinds.Await | EffectKinds.Call | EffectKinds.Read,
                NewCalls = ["*Forget*(*", "*Observe*(*", "*NoWait*(*", "*Watch*(*", "*Track*(*", "*Background*(*", "*.ConfigureAwait(*"],
                BecomeAsync = true,
            })
        {
            AdviceInChinese = "如果外围函数返回任务且可以改为 async，就改为 async 并 await 被标记的调用；如果不能，就把任务交给此代码库中用于无人等待的任务的辅助方法。"
                + "不要阻塞等待任务，不要只是赋给弃元或不使用的变量，不要改变返回类型或调用顺序；如果都不适用，就不要改动。",
        },
        new RepairGuide(
            "CDA2010",
            "Release the lock on every path: write the release call that the other paths use directly before each return, throw, break or continue that leaves without it, or at the end of the branch that lacks it; or put what runs under the lock into a try right behind the flagged call, and the release into its finally. "
            + "Keep every other statement, its order and the conditions; do not remove the flagged call.",
            new Allowance { Beside = EffectKinds.Call | EffectKinds.Read, CallsBeside = ["*.Exit*(*", "*.Release*(*"], ReleaseInFinally = true })
        {
            AdviceInChinese = "在每条路径上释放锁：在每个未释放就离开的 return、throw、break 或 continue 之前，或在缺少释放的分支末尾，写上其他路径所用的释放调用；或者把在锁内运行的代码放进紧跟被标记调用的 try 中，把释放放进它的 finally。"
                + "其他语句、其顺序以及条件保持不变；不要删除被标记的调用。",
        },
    ];
}
