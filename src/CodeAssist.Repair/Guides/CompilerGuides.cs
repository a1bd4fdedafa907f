namespace CodeAssist.Repair.Guides;

/// <summary>The guides of the compiler's errors and warnings.</summary>
internal static class CompilerGuides
{
    private const string NullableWarnings =
        "CS8600 CS8601 CS8602 CS8603 CS8604 CS8605 CS8607 CS8619 CS8620 CS8621 CS8622 CS8624 CS8626 CS8629 "
        + "CS8631 CS8633 CS8634 CS8670 CS8762 CS8763 CS8770 CS8774 CS8775 CS8776 CS8777";

    private const EffectKinds Sources = EffectKinds.Call | EffectKinds.Read | EffectKinds.Variable;

    private static readonly Allowance NullableAllowance = new Allowance
    {
        Within = EffectKinds.All & ~(EffectKinds.Await | EffectKinds.Yield | EffectKinds.Lock | EffectKinds.Dispose | EffectKinds.Catch | EffectKinds.Operator | EffectKinds.Write),
        OnlyGain = EffectKinds.All & ~EffectKinds.Variable,
        Swaps =
        [
            .. Swaps.NewTests, .. Swaps.Overload, new(EffectKinds.Conversion, "Value", ""), EffectSwap.Call("System.Linq.Enumerable.{name}<*", "System.Linq.Enumerable.{name}OrDefault<*"), EffectSwap.Call("System.Linq.Enumerable.{name}OrDefault<*", "System.Linq.Enumerable.{name}<*"),
            EffectSwap.Operator("", "new *"), EffectSwap.Operator("", "CollectionExpression*"), EffectSwap.Operator("Equals", "ConstantPattern"), EffectSwap.Operator("{than}", "pattern {than}"),
        ],
        OnlyAround = true,
        Beside = ForeignGuides.Guard,
        NewCalls = Swaps.Guards,
        PlainLiterals = true,
        FallbackAtDeclaration = true,
        OnlyEmpty = true,
        SameBut = Additions.Nothing | Additions.Guard | Additions.NullExit,
    };

    public static IReadOnlyList<RepairGuide> All { get; } =
    [
        .. ForeignGuides.Guides(
            NullableWarnings,
            "Handle the null case where it can arise: test the value, use a fallback that the code already has, or leave early the way this member leaves elsewhere. Never use '!', never change signatures.",
            "在可能出现 null 的地方处理它：检查该值，使用代码中已有的后备值，或按该成员在别处的方式提前退出。不要使用“!”，不要改变签名。",
            NullableAllowance),
        .. ForeignGuides.Guides(
            "CS8625",
            "Write the type as nullable where nothing else but null is meant, or handle the null case: use a value that the code already has. Never use '!'.",
            "若确实应为 null，则将类型写为可为 null；否则处理 null 的情况：使用代码中已有的值。不要使用“!”。",
            NullableAllowance with { SignatureSwaps = [("", "?")] }),
        .. ForeignGuides.Guides(
            "CS8714",
            "Let the type parameter be one of types that are never null: where T : notnull. Or handle the null case. Never use '!'.",
            "将类型参数约束为不可为 null 的类型：where T : notnull；或者处理 null 的情况。不要使用“!”。",
            NullableAllowance with { SignatureSwaps = [("", "where * : notnull"), ("", "notnull"), ("", ", notnull")] }),
        .. ForeignGuides.Guides(
            "CS8618 CS0649",
            "Give the field or property a value where it is declared or in the constructor, or make it required where all who create the object give it one. Do not use '!' and do not change its type.",
            "在声明处或构造函数中为字段或属性赋值；如果所有创建该对象的代码都给出了值，也可以将其设为 required。不要使用“!”，不要改变其类型。",
            new Allowance
            {
                Within = EffectKinds.Write | EffectKinds.Expression | EffectKinds.Call | EffectKinds.Variable,
                OnlyGain = EffectKinds.All,
                Beside = EffectKinds.Write | EffectKinds.Expression | EffectKinds.Call | EffectKinds.Variable,
                NewCalls = ["new *()", "*.Empty<*", "*.Create*()"],
                PlainLiterals = true,
                WritesNamed = true,
                OnlyEmpty = true,
                SignatureSwaps = [("", "required")],
            }),
        .. ForeignGuides.Guides(
            "CS0165",
            "Give the variable a value on the path that has none, or where it is declared. Do not change the paths that exist.",
            "在没有赋值的路径上或在声明处为变量赋值。不要改变已有路径。",
            new Allowance
            {
                Within = EffectKinds.All,
                OnlyGain = EffectKinds.All,
                CloseOpenEnd = true,
                Beside = EffectKinds.Write | EffectKinds.Expression,
                NewCalls = Swaps.Guards,
                PlainLiterals = true,
                WritesNamed = true,
            }),
        .. ForeignGuides.Guides(
            "CS0161 CS8509 CS8524 CS8655",
            "Close the open end: add the return, throw or arm that is missing, in the way the rest of the member does it. Do not change the paths that exist.",
            "补上缺失的出口：按该成员其余部分的方式添加缺少的 return、throw 或分支。不要改变已有路径。",
            new Allowance { Within = EffectKinds.All, CloseOpenEnd = true, NewCalls = Swaps.Guards, PlainLiterals = true, ArmsByName = true }),
        .. ForeignGuides.Guides(
            "CS0163 CS8070",
            "End the section with the break that is missing. Do not leave the member, and do not let the section run into another one.",
            "用缺少的 break 结束该分支。不要退出成员，也不要让该分支进入另一个分支。",
            new Allowance { Extent = Extent.Arm, Swaps = [new(EffectKinds.Jump, "", "Break")], Requires = EffectKinds.Jump, MostGained = 1 }),
        .. ForeignGuides.Guides(
            "CS8120 CS8510",
            "Let the arm that is never reached come before the one that takes its values, or delete it. Keep the patterns and what the arms do.",
            "把永远不会到达的分支移到取走其值的分支之前，或将其删除。模式和各分支的行为保持不变。",
            new Allowance { DeleteFlagged = true, Extent = Extent.Arm, MoveUp = true, DeletesOnlyRepeated = true }),
        .. ForeignGuides.Guides(
            "CS8608 CS8609 CS8610 CS8611 CS8612 CS8613 CS8614 CS8615 CS8616 CS8617 CS8764 CS8765 CS8766 CS8767 CS8768 CS8769",
            "Write the nullability that the overridden or implemented member has. Change nothing else in the signature.",
            "写出被重写或被实现的成员所具有的可为 null 性。签名的其余部分不变。",
            new Allowance { SignatureSwaps = [("", "?"), ("?", "")], SameBut = Additions.Nothing | Additions.NullCase }),
        .. ForeignGuides.Guides(
            "CS0252 CS0253",
            "Compare the values: convert the operand that is an object to the type of the other one, or call Equals. Keep the operands, and do not turn the comparison around.",
            "比较值：把类型为 object 的操作数转换为另一个操作数的类型，或调用 Equals。保留操作数，不要把比较反过来。",
            new Allowance
            {
                Within = EffectKinds.Read,
                Swaps = [EffectSwap.Operator("Equals", ""), EffectSwap.Operator("NotEquals", "unary Not"), EffectSwap.Call("", "*.Equals(*)"), new(EffectKinds.Conversion, "", "to string"), new(EffectKinds.Conversion, "", "as string"), new(EffectKinds.Conversion, "", "* global::*"), EffectSwap.Call("", "string.operator *")],
                KeepReads = true,
                MostGained = 2,
            }),
        .. ForeignGuides.Guides(
            "CS0162 CS0164 CS0168 CS0219 CS0414",
            "Delete the code that is never used or reached, and nothing else. Keep calls whose effect is needed.",
            "删除从未使用或无法到达的代码，除此之外不作改动。保留其副作用被需要的调用。",
            new Allowance { DeleteFlagged = true }),
        .. ForeignGuides.Guides(
            "CS4014",
            "Await the task. Where the member is not async and its return type is a task, make it async.",
            "等待该任务。若成员不是 async 而返回类型是任务，将其改为 async。",
            new Allowance { Within = EffectKinds.Await, OnlyGain = EffectKinds.Await, BecomeAsync = true, Requires = EffectKinds.Await }),
        .. ForeignGuides.Guides(
            "CS1998 CS4016 CS4032 CS4033 CS4034",
            "Make the member async where its return type is a task, and await or return what it computes. Keep everything else.",
            "若成员的返回类型是任务，将其改为 async，并等待或返回其计算结果。其余保持不变。",
            new Allowance
            {
                Within = EffectKinds.Await,
                OnlyGain = EffectKinds.Await,
                Swaps =
                [
                    .. Swaps.Bound, .. Swaps.Overload, EffectSwap.Call("System.Threading.Tasks.*Task.FromResult<*", ""), EffectSwap.Call("", "System.Threading.Tasks.*Task.FromResult<*"), EffectSwap.Read("", "System.Threading.Tasks.*Task.CompletedTask"), EffectSwap.Read("System.Threading.Tasks.*Task.CompletedTask", ""),
                    new(EffectKinds.Variable, "lambda", "async lambda"), new(EffectKinds.Variable, "local function {name}", "async local function {name}"),
                ],
                Extent = Extent.AroundLambda,
                BecomeAsync = true,
            }),
        .. ForeignGuides.Guides(
            "CS0103 CS0117 CS0119 CS0234 CS0246 CS0305 CS0411 CS1061 CS1739",
            "Write the name that was meant: correct its spelling, name what it is a member of, or add the using directive that it needs. Keep the literals, the operators and the arguments.",
            "写出本来要用的名称：更正拼写，写明它所属的对象，或添加所需的 using 指令。字面量、运算符和实参保持不变。",
            new Allowance { Within = Sources | EffectKinds.Write, Swaps = [.. Swaps.Bound, new(EffectKinds.Conversion, "Value", "")], FittingName = true, KeepSources = true, Extent = Extent.AroundLambda }),
        .. ForeignGuides.Guides(
            "CS0201",
            "Write the statement that was meant: an assignment in place of the comparison, or the call of the method that is named. Keep both sides.",
            "写出本来要用的语句：用赋值代替比较，或调用所指的方法。两侧保持不变。",
            new Allowance { Within = EffectKinds.Read, Swaps = [.. Swaps.Bound, EffectSwap.Operator("Equals", ""), EffectSwap.Write("", "*"), EffectSwap.Call("", "*")], KeepReads = true, MostGained = 1 }),
        .. ForeignGuides.Guides(
            "CS0120",
            "Name the object whose member is meant, or let the member not be static where nobody calls it without an object. Do not create a new object, and keep everything else.",
            "写明成员所属的对象；如果没有代码在没有对象的情况下调用该成员，也可以去掉 static。不要创建新对象，其余保持不变。",
            new Allowance { Within = EffectKinds.Read, OnlyGain = EffectKinds.Read, Swaps = Swaps.Bound, SignatureSwaps = [("static", "")] }),
        .. ForeignGuides.Guides(
            "CS0029 CS0030 CS0266 CS0428 CS1503",
            "Convert the flagged expression to the type that is asked for: a cast, a parse, a call, an await, a member of it. Convert its result, not what it is computed from; keep every value that it reads.",
            "把被标记的表达式转换为所需类型：强制转换、解析、调用、await 或取其成员。转换其结果，而不是其中的操作数；保留它读取的每个值。",
            new Allowance
            {
                WidensVariable = true,
                Within = EffectKinds.Conversion | EffectKinds.Call | EffectKinds.Read | EffectKinds.Await,
                OnlyGain = EffectKinds.Conversion | EffectKinds.Call | EffectKinds.Read | EffectKinds.Await,
                Swaps =
                [
                    .. Swaps.Bound, .. Swaps.Overload, .. Swaps.NewTests, new(EffectKinds.Condition, "", "??"), EffectSwap.Literal("", "* 0"), EffectSwap.Literal("", "* null"),
                    EffectSwap.Write("*", ""), EffectSwap.Operator("", "CollectionExpression*"), EffectSwap.Operator("", "new *"),
                    EffectSwap.Literal("string {digits*}", "int {digits*}"), EffectSwap.Literal("int {digits*}", "string {digits*}"), EffectSwap.Literal("{type} {value*}", "{other} {value*}"), EffectSwap.Operator("", "Spread"), new(EffectKinds.Variable, "{type*} {name}", "{other} {name}"), new(EffectKinds.Conversion, "to *", "to *"),
                ],
                OnlyAround = true,
                NewCalls = Swaps.Conversions,
                FittingName = true,
            }),
        .. ForeignGuides.Guides(
            "CS1501 CS1729 CS7036",
            "Pass the arguments that the method takes, from what is in scope: the cancellation token where it takes one. Keep the others where they are, and do not call anything else.",
            "传入该方法所需的实参，取自作用域内已有的值：需要取消标记时传入它。其他实参保持原位，不要改为调用别的方法。",
            new Allowance { Within = Sources | EffectKinds.Literal, OnlyGain = EffectKinds.Call, Swaps = [.. Swaps.Bound, .. Swaps.Overload, EffectSwap.Operator("", "Add"), EffectSwap.Operator("", "Subtract")], PlainLiterals = true, FittingName = true, KeepSources = true }),
        .. ForeignGuides.Guides(
            "CS0019 CS0023 CS0034",
            "Make the operands fit the operator: compare the one that is no condition, convert one, call what was meant. Keep the operators and the other operands.",
            "使操作数与运算符相配：对不是条件的操作数进行比较、转换其中之一，或调用本来要用的成员。运算符和其他操作数保持不变。",
            new Allowance
            {
                Within = EffectKinds.Conversion | EffectKinds.Call | EffectKinds.Read,
                OnlyGain = EffectKinds.Conversion | EffectKinds.Call | EffectKinds.Read,
                Swaps = [.. Swaps.Bound, .. Swaps.NewTests, EffectSwap.Operator("unary Not", "Equals"), EffectSwap.Literal("", "* 0"), EffectSwap.Literal("", "* null"), EffectSwap.Literal("", "string "), EffectSwap.Literal("{type} {value*}", "{other} {value*}"), new(EffectKinds.Condition, "", "??")],
                NewCalls = Swaps.Conversions,
                Extent = Extent.AroundLambda,
            }),
        .. ForeignGuides.Guides(
            "CS1717 CS1718 CA2245 S1656",
            "Name the variable or member that was meant on one side: the one whose name fits and that is not used yet. Do not write a literal, and change nothing else.",
            "在其中一侧写出本来要用的变量或成员：名称相配且尚未使用的那个。不要写字面量，其余不变。",
            new Allowance { Swaps = [EffectSwap.Read("*", "*"), EffectSwap.Write("*", "*"), EffectSwap.Read("*", "")], FittingName = true, KeepSources = true }),
        .. ForeignGuides.Guides(
            "CS0128 CS0136",
            "Give the flagged variable a name of its own, at its declaration and wherever it is used. Change nothing else.",
            "在声明处及所有使用处，为被标记的变量取一个独有的名称。其余不变。",
            new Allowance { RenameVariable = true, SameBut = Additions.Nothing }),
        .. ForeignGuides.Guides(
            "CS0534 CS0535 CS0659 CS0660 CS0661 CS0738",
            "Add the members that the base type or the interface asks for, with what they are to do. Keep the members that are there.",
            "添加基类型或接口所要求的成员，并写出其应有的行为。已有成员保持不变。",
            new Allowance { ImplementMembers = true }),
    ];
}
