namespace CodeAssist.Repair.Guides;

/// <summary>The guides of CDA3xxx.</summary>
internal static class ExceptionGuides
{
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
                Within = EffectKinds.Call | EffectKinds.Read | EffectKinds.Literal,
                OnlyGain = EffectKinds.Read | EffectKinds.Literal,
                Beside = EffectKinds.Variable,
                NarrowCatch = true,
            })
        {
            AdviceInChinese = "把捕获的异常作为内部异常传给新异常：使用同一类型中接受相同参数和内部异常的构造函数；捕获的异常没有名称时给它命名。"
                + "保持新异常的类型和消息不变：不要改为引发其他类型，不要改为重新引发，不要把细节写进消息，不要添加日志。",
        },
    ];
}
