namespace CodeAssist.Repair.Guides;

/// <summary>The guides of CDA3xxx.</summary>
internal static class ExceptionGuides
{
    // The calls by which code tells of an exception, by the words of their names, and what only makes their text.
    private static readonly IReadOnlyList<string> Telling =
    [
        .. new[] { "Log", "Error", "Warn", "Info", "Debug", "Trace", "Verbose", "Fatal", "Critical", "Report", "Capture", "Track", "Record", "Notify", "Fail", "Fault", "Exception", "Event", "Handle", "Note" }
            .Select(word => "*" + word + "*(*"),
        "System.Console.*", "System.IO.TextWriter.*", "System.Diagnostics.*", "Xunit.*", "*.ToString(*", "string.*", "*.GetType()", "*.Add(*", "*.Enqueue(*", "*.Invoke(*Exception*", "*.Invoke(string*", "*.Invoke(object*",
    ];

    public static IReadOnlyList<RepairGuide> All { get; } =
    [
        new RepairGuide(
            "CDA3001",
            "Do one of three things, in this order of preference. Narrow the catch to the exceptions that the code in the try is known to throw and that the handler is right for. "
            + "Or log the exception with the means that the type already has (an ILogger, a log method, Console.Error), giving the caught exception a name and passing it whole. "
            + "Or rethrow it with throw; as the last statement. Keep the statements that are in the handler, in their order, and everything outside it. "
            + "Never leave the catch empty, never answer with a comment alone, never assign the exception to a discard, and do not add a return or another exit to the handler.",
            new Allowance
            {
                Within = EffectKinds.Condition | EffectKinds.Expression,
                Beside = EffectKinds.Call | EffectKinds.Throw | EffectKinds.Expression | EffectKinds.Variable,
                CallsBeside = Telling,
                TellsOrNarrows = true,
                ReturnAtEnd = true,
                NarrowCatch = true,
            })
        {
            AdviceInChinese = "按以下优先顺序三选一：把 catch 收窄为 try 中代码已知会引发、且该处理方式适用的异常；"
                + "或者用该类型已有的手段（ILogger、日志方法、Console.Error）记录异常，给捕获的异常命名并完整传入；"
                + "或者以 throw; 作为最后一条语句重新引发。保留处理块中已有的语句及其顺序，处理块之外不作改动。"
                + "不要留下空的 catch，不要只加注释，不要把异常赋给弃元，也不要在处理块中添加 return 或其他跳转。",
        },
        new RepairGuide(
            "CDA3002",
            "Pass the caught exception to the new one as its inner exception, through the constructor of the same type that takes the same arguments and the inner exception; give the caught exception a name where it has none. "
            + "Keep the type and the message of the new exception: do not throw another type, do not rethrow instead, do not put the details into the message, do not add logging.",
            new Allowance
            {
                Within = EffectKinds.Literal,
                OnlyGain = EffectKinds.Read | EffectKinds.Literal,
                Swaps = [EffectSwap.Call("new {type.}(*", "new {type.}(*"), EffectSwap.Read("", "{name}"), EffectSwap.Read("", "argument *")],
                Beside = EffectKinds.Variable,
                NarrowCatch = true,
            })
        {
            AdviceInChinese = "把捕获的异常作为内部异常传给新异常：使用同一类型中接受相同参数和内部异常的构造函数；捕获的异常没有名称时给它命名。"
                + "保持新异常的类型和消息不变：不要改为引发其他类型，不要改为重新引发，不要把细节写进消息，不要添加日志。",
        },
        new RepairGuide(
            "CDA3003",
            "Pass the caught exception itself to the flagged log call, through the overload of the same method that takes an exception: in Microsoft.Extensions.Logging, Serilog and "
            + "NLog before the message, in log4net after it. Give the caught exception a name where it has none. Keep the level, the message and its arguments; an argument that only "
            + "repeated the text of the exception may go, with its placeholder. Do not add a second log call, do not rethrow, do not log elsewhere.",
            new Allowance
            {
                Within = EffectKinds.Read | EffectKinds.Literal,
                OnlyGain = EffectKinds.Read,
                Swaps =
                [
                    EffectSwap.Call("*.{name}(*", "*.{name}(*"), EffectSwap.Call("*.{name}<*", "*.{name}(*"), EffectSwap.Call("*.{name}<*", "*.{name}<*"), EffectSwap.Call("*.ToString()", ""),
                    EffectSwap.Read("*Exception.Message", ""), EffectSwap.Read("*Exception.StackTrace", ""),
                ],
                Wording = Wording.Words,
                Beside = EffectKinds.Variable,
                NarrowCatch = true,
            })
        {
            AdviceInChinese = "把捕获的异常本身传给被标记的日志调用，使用同一方法中接受异常的重载：Microsoft.Extensions.Logging、Serilog 和 NLog 放在消息之前，"
                + "log4net 放在消息之后。捕获的异常没有名称时给它命名。保持级别、消息及其参数不变；只是重复异常文字的参数可以连同占位符一起去掉。不要添加第二个日志调用，不要重新引发，"
                + "不要在别处记录。",
        },
        new RepairGuide(
            "CDA3006",
            "Take the throw out of the finally block or the disposer. In a finally block, let the check stay where it is and note its outcome in a local variable, and throw behind "
            + "the try statement, where no other exception can be under way. In a disposer, where the throw says that the object was disposed of before or is in a wrong state, return "
            + "or skip the rest instead, so that a second call does nothing. Keep every release of resources and its order. Do not wrap the throw in an empty catch.",
            new Allowance
            {
                Within = EffectKinds.Throw | EffectKinds.Call | EffectKinds.Jump | EffectKinds.Write | EffectKinds.Expression | EffectKinds.Condition,
                OnlyGain = EffectKinds.Operator | EffectKinds.Condition,
                Beside = EffectKinds.Throw | EffectKinds.Call | EffectKinds.Condition | EffectKinds.Variable | EffectKinds.Expression,
                Extent = Extent.Guarded,
                Swaps = [EffectSwap.Operator("Concat", ""), EffectSwap.Operator("Interpolated*", ""), EffectSwap.Literal("string *", ""), EffectSwap.Literal("nameof *", ""), EffectSwap.Literal("", "bool *")],
                Rearranges = EffectKinds.Operator | EffectKinds.Literal,
                NewCalls = ["new *Exception(*"],
                DeleteFlagged = true,
            })
        {
            AdviceInChinese = "把 throw 移出 finally 块或释放方法。在 finally 块中，检查保留在原处，把结果记在局部变量里，在 try 语句之后再引发，那里不会有其他异常正在传播。"
                + "在释放方法中，如果 throw 表示对象已被释放或状态不对，就改为返回或跳过其余部分，使第二次调用什么也不做。保留所有资源释放及其顺序。不要用空的 catch 包住 throw。",
        },
        new RepairGuide(
            "CDA3005",
            "Delete the flagged disposal: the other one on the same path, an earlier statement or the using around it, is enough. Where another object was clearly meant, one that the "
            + "member creates and never disposes of, dispose of that one instead. Keep every other statement and its order; do not add flags or null checks, and do not take away the "
            + "using.",
            new Allowance { Within = EffectKinds.Call | EffectKinds.Read, NewCalls = ["*.Dispose*()", "*.Close()"], DeleteFlagged = true })
        {
            AdviceInChinese = "删除被标记的释放：同一路径上的另一处释放（前面的语句或外围的 using）已经足够。如果显然本来要释放的是另一个对象，即该成员创建了却从未释放的那个，就改为释放它。"
                + "其他语句及其顺序保持不变；不要添加标志或 null 检查，不要去掉 using。",
        },
        new RepairGuide(
            "CDA3004",
            "Dispose of the object when the block that declares it ends: make its declaration a using declaration, as in using var reader = new StreamReader(path); or, where the type "
            + "can only be disposed of asynchronously and the member is async, await using. Change nothing else: no try and finally, no Dispose calls, no other order.",
            new Allowance { Within = EffectKinds.Dispose, SameBut = Additions.Disposal })
        {
            AdviceInChinese = "在声明该对象的代码块结束时释放它：把声明改为 using 声明，例如 using var reader = new StreamReader(path);；"
                + "如果该类型只能异步释放且成员是 async，则用 await using。其余代码不作改动：不要添加 try 和 finally，不要添加 Dispose 调用，不要改变顺序。",
        },
    ];
}
