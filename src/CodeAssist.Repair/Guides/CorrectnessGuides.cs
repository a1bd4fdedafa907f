namespace CodeAssist.Repair.Guides;

/// <summary>The guides of CDA1xxx.</summary>
internal static class CorrectnessGuides
{
    public static IReadOnlyList<RepairGuide> All { get; } =
    [
        new RepairGuide(
            "CDA1001",
            "Replace one of the two identical operands with the one that was meant: look at the neighbouring conditions, the parameters that are not used yet, and the pattern of parallel lines. "
            + "Where nothing else can have been meant, remove the repeated operand and its operator. Change only this expression; do not add calls, variables or comments.",
            new Allowance { Within = EffectKinds.Expression | EffectKinds.Condition })
        {
            AdviceInChinese = "把两个相同操作数中的一个换成本来要用的那个：参考相邻的条件、尚未使用的参数以及并列语句的规律。"
                + "如果看不出还能是别的值，就删除重复的操作数及其运算符。只修改这个表达式；不要添加调用、变量或注释。",
        },
        new RepairGuide(
            "CDA1005",
            "In the flagged accessor, name the field that has the property's name instead of the flagged field. Leave the other accessor, the fields and everything else in this accessor as they are; do not turn the property into an automatic one.",
            new Allowance { Within = EffectKinds.Read | EffectKinds.Write })
        {
            AdviceInChinese = "在被标记的访问器中，把被标记的字段换成与属性同名的字段。另一个访问器、字段声明以及此访问器的其余部分保持不变；不要把属性改成自动属性。",
        },
        new RepairGuide(
            "CDA1006",
            "Let the two flagged arguments change places, so that each is passed for the parameter of its own name. Change nothing else in the call: no names added to the arguments, no other overload, no casts.",
            new Allowance { Within = EffectKinds.Read | EffectKinds.Conversion, KeepReads = true })
        {
            AdviceInChinese = "交换被标记的两个实参，使每个实参传给与它同名的形参。调用的其余部分不要改动：不要给实参加名称，不要换重载，不要加类型转换。",
        },
        new RepairGuide(
            "CDA1008",
            "Convert one operand to the floating-point or decimal type before the division, as in (double)a / b, or write a literal operand with a fraction (1.0 / 2). "
            + "Do not convert the result, do not change the types of variables, and keep the order of the operations.",
            new Allowance { Within = EffectKinds.Conversion | EffectKinds.Operator | EffectKinds.Literal })
        {
            AdviceInChinese = "在相除之前把其中一个操作数转换为浮点或十进制类型，例如 (double)a / b；如果操作数是字面量，就写成带小数的形式（1.0 / 2）。"
                + "不要转换结果，不要改变变量的类型，保持运算顺序不变。",
        },
        new RepairGuide(
            "CDA1025",
            "Keep the index below the length: write < in place of <= (or > in place of >=) in the flagged condition, or subtract one from an index that is the length itself. "
            + "Change only the flagged condition or index. Do not add a guard to the body, do not change where the index starts or how it steps, and do not use another collection's length.",
            new Allowance { Within = EffectKinds.Operator | EffectKinds.Literal | EffectKinds.Read, KeepReads = true, MostGained = 2 })
        {
            AdviceInChinese = "让索引小于长度：在被标记的条件中用 < 代替 <=（或用 > 代替 >=），或者从等于长度的索引中减一。"
                + "只修改被标记的条件或索引。不要在循环体中添加判断，不要改变索引的起点或步长，不要改用其他集合的长度。",
        },
    ];
}
