namespace CodeAssist.Repair.Guides;

/// <summary>The guides of CDA1xxx.</summary>
internal static class CorrectnessGuides
{
    // A step or a comparison in the other direction.
    private static readonly IReadOnlyList<EffectSwap> TurnedAround =
    [
        EffectSwap.Operator("Increment {place*}", "Decrement {place*}"), EffectSwap.Operator("Decrement {place*}", "Increment {place*}"),
        EffectSwap.Operator("Add{rest*}", "Subtract{rest*}"), EffectSwap.Operator("Subtract{rest*}", "Add{rest*}"),
        EffectSwap.Operator("LessThan*", "GreaterThan*"), EffectSwap.Operator("GreaterThan*", "LessThan*"),
    ];

    // What the other branch of a decision may say: the opposite.
    private static readonly IReadOnlyList<EffectSwap> Opposite =
    [
        .. TurnedAround, EffectSwap.Literal("bool *", "bool *"), EffectSwap.Operator("Equals", "NotEquals"), EffectSwap.Operator("NotEquals", "Equals"),
        EffectSwap.Operator("", "unary Minus*"), EffectSwap.Operator("unary Minus*", ""), EffectSwap.Operator("", "unary Not"), EffectSwap.Operator("unary Not", ""), EffectSwap.Operator("Multiply*", "Divide*"), EffectSwap.Operator("Divide*", "Multiply*"),
        EffectSwap.Literal("int 1", "int 0"), EffectSwap.Literal("int 0", "int 1"),
    ];

    public static IReadOnlyList<RepairGuide> All { get; } =
    [
        new RepairGuide(
            "CDA1001",
            "Replace one of the two identical operands with the one that was meant: look at the neighbouring conditions, the parameters that are not used yet, and the pattern of parallel lines. "
            + "Where nothing else can have been meant, remove the repeated operand and its operator. Change only this expression; do not add calls, variables or comments.",
            new Allowance
            {
                Within = EffectKinds.Read | EffectKinds.Conversion,
                KeepSources = true,
                Swaps =
                [
                    EffectSwap.Operator("Conditional*", ""), EffectSwap.Operator("And", ""), EffectSwap.Operator("Or", ""), .. Swaps.NewComparisons,
                    EffectSwap.Operator("LessThan*", "GreaterThan*"), EffectSwap.Operator("GreaterThan*", "LessThan*"),
                ],
                MostGained = 2,
                FittingName = true,
            })
        {
            AdviceInChinese = "把两个相同操作数中的一个换成本来要用的那个：参考相邻的条件、尚未使用的参数以及并列语句的规律。"
                + "如果看不出还能是别的值，就删除重复的操作数及其运算符。只修改这个表达式；不要添加调用、变量或注释。",
        },
        new RepairGuide(
            "CDA1002",
            "Write the condition that was meant in the flagged arm: look at what the other arms test, at the values of the enumeration or constants that no arm tests yet, and at what the arm's body is for. "
            + "Change only the flagged condition; do not change, remove or reorder the arms, and do not touch their bodies.",
            new Allowance
            {
                Within = EffectKinds.Read | EffectKinds.Conversion | EffectKinds.Condition,
                Swaps =
                [
                    EffectSwap.Literal("{type} {value*}", "{type} {other*}"), EffectSwap.Operator("is *", "is *"), EffectSwap.Operator("pattern *", "pattern *"),
                    EffectSwap.Operator("Equals", "NotEquals"), EffectSwap.Operator("LessThan*", "GreaterThan*"), EffectSwap.Operator("GreaterThan*", "LessThan*"), EffectSwap.Operator("unary Not", ""), EffectSwap.Operator("", "unary Not"),
                ],
                Extent = Extent.Underlined,
            })
        {
            AdviceInChinese = "在被标记的分支中写出本来要用的条件：参考其他分支测试的内容、尚无分支测试的枚举值或常量，以及该分支主体的用途。"
                + "只修改被标记的条件；不要修改、删除或调换分支，不要改动分支的主体。",
        },
        new RepairGuide(
            "CDA1003",
            "Change what one branch does where the code around it shows what was meant: the other value, the parameter that is not used yet, the opposite case. "
            + "Where it does not, leave out the condition and keep one of the branches, together with whatever in the condition has an effect. Do not change the conditions of other branches and do not add new ones.",
            new Allowance
            {
                Within = EffectKinds.Read | EffectKinds.Conversion | EffectKinds.Condition | EffectKinds.Operator,
                Swaps = [.. Opposite],
                Extent = Extent.WholeStatement,
                KeepConditions = true,
                DropRepetition = true,
                OneBranch = true,
            })
        {
            AdviceInChinese = "如果周围的代码表明了本意（另一个值、尚未使用的参数、相反的情况），就修改其中一个分支。"
                + "如果看不出本意，就去掉条件，只保留其中一个分支，并保留条件中有副作用的部分。不要修改其他分支的条件，也不要增加新的条件。",
        },
        new RepairGuide(
            "CDA1004",
            "Look first whether one of the two branches was meant to do something else, as the names in its condition and the pattern of the other branches show, and write that in the flagged branch. "
            + "Change only one of the two branches; keep the conditions and the other branches as they are, and where nothing shows what was meant, propose nothing.",
            new Allowance
            {
                Within = EffectKinds.Read | EffectKinds.Conversion,
                Swaps = [.. Opposite],
                Extent = Extent.Block,
                OneBranch = true,
                SameBut = Additions.Nothing,
            })
        {
            AdviceInChinese = "先看两个分支中是否有一个本来要做别的事：根据其条件中的名称和其他分支的规律判断，并把它写进被标记的分支。"
                + "只修改两个分支之一；条件和其他分支保持不变；看不出本意时不要提出修改。",
        },
        new RepairGuide(
            "CDA1005",
            "In the flagged accessor, name the field that has the property's name instead of the flagged field. Leave the other accessor, the fields and everything else in this accessor as they are; do not turn the property into an automatic one.",
            new Allowance
            {
                Swaps = [EffectSwap.Read("*", "*"), EffectSwap.Write("*", "*"), new(EffectKinds.Condition, "??= *", "??= *")],
            })
        {
            AdviceInChinese = "在被标记的访问器中，把被标记的字段换成与属性同名的字段。另一个访问器、字段声明以及此访问器的其余部分保持不变；不要把属性改成自动属性。",
        },
        new RepairGuide(
            "CDA1006",
            "Let the two flagged arguments change places, so that each is passed for the parameter of its own name. Change nothing else in the call: no names added to the arguments, no other overload, no casts.",
            new Allowance { MoveArguments = true, Within = EffectKinds.Read | EffectKinds.Conversion, KeepReads = true })
        {
            AdviceInChinese = "交换被标记的两个实参，使每个实参传给与它同名的形参。调用的其余部分不要改动：不要给实参加名称，不要换重载，不要加类型转换。",
        },
        new RepairGuide(
            "CDA1007",
            "Write the index or key that was meant in the flagged assignment: follow the pattern of the neighbouring assignments, and take an index or key that none of them writes. "
            + "Change only the index or key of the flagged assignment; keep what it assigns, and do not remove or reorder assignments.",
            new Allowance
            {
                Within = EffectKinds.Read | EffectKinds.Literal,
                Swaps = [EffectSwap.Operator("", "Add"), EffectSwap.Operator("", "Subtract"), EffectSwap.Operator("", "unary Hat"), EffectSwap.Operator("{operator*}", "{operator*}")],
                Extent = Extent.Underlined,
                FittingName = true,
            })
        {
            AdviceInChinese = "在被标记的赋值中写出本来要用的索引或键：参照相邻赋值的规律，选用它们都没有写入的索引或键。"
                + "只修改被标记的赋值的索引或键；保持所赋的值不变，不要删除或调换赋值语句。",
        },
        new RepairGuide(
            "CDA1008",
            "Convert one operand to the floating-point or decimal type before the division, as in (double)a / b, or write a literal operand with a fraction (1.0 / 2). "
            + "Do not convert the result, do not change the types of variables, and keep the order of the operations.",
            new Allowance
            {
                Swaps = [Swaps.Widening, Swaps.RetypedNumber, new(EffectKinds.Conversion, "to {type*}", "to {type*}"), new(EffectKinds.Conversion, "", "to {type}?"), new(EffectKinds.Conversion, "", "to ulong narrowing*"), EffectSwap.Operator("{operator} checked", "{operator}"), EffectSwap.Operator("", "Multiply"), EffectSwap.Literal("", "double 1"), EffectSwap.Literal("", "float 1"), EffectSwap.Literal("", "decimal 1"), EffectSwap.Literal("", "decimal 1.0")],
                MostGained = 2,
            })
        {
            AdviceInChinese = "在相除之前把其中一个操作数转换为浮点或十进制类型，例如 (double)a / b；如果操作数是字面量，就写成带小数的形式（1.0 / 2）。"
                + "不要转换结果，不要改变变量的类型，保持运算顺序不变。",
        },
        new RepairGuide(
            "CDA1009",
            "Let the comparison count index 0 as a match: write >= 0 in place of > 0, and < 0 in place of <= 0, or the same with != -1 and == -1. "
            + "Change only the flagged comparison: keep the search and its arguments, and what depends on the result. "
            + "Where the code cuts something off before the match, the start was left out on purpose: leave the code alone.",
            new Allowance
            {
                Swaps =
                [
                    EffectSwap.Operator("pattern GreaterThan", "pattern GreaterThanOrEqual"), EffectSwap.Operator("pattern LessThanOrEqual", "pattern LessThan"), EffectSwap.Operator("GreaterThan 0", "GreaterThanOrEqual 0"), EffectSwap.Operator("GreaterThan 0", "NotEquals -1"), EffectSwap.Operator("GreaterThan 0", "GreaterThan -1"),
                    EffectSwap.Operator("LessThanOrEqual 0", "LessThan 0"), EffectSwap.Operator("LessThanOrEqual 0", "Equals -1"), EffectSwap.Operator("LessThanOrEqual 0", "LessThanOrEqual -1"),
                ],
                KeepReads = true,
                MostGained = 3,
            })
        {
            AdviceInChinese = "让比较把索引 0 也算作匹配：用 >= 0 代替 > 0，用 < 0 代替 <= 0，或相应地使用 != -1 和 == -1。"
                + "只修改被标记的比较：查找及其实参、依赖结果的代码保持不变。如果代码要截取匹配之前的部分，则是有意排除开头：不要改动。",
        },
        new RepairGuide(
            "CDA1010",
            "Use the result: assign it back to the variable, field or property that the method was called on, as in text = text.Trim();. "
            + "Where that cannot be assigned, assign the result to the variable that is read afterwards. "
            + "Do not delete the call, do not assign it to a discard, and change no other statement.",
            new Allowance
            {
                Within = EffectKinds.Write | EffectKinds.Read,
                OnlyGain = EffectKinds.Write | EffectKinds.Read,
                WritesNamed = true,
            })
        {
            AdviceInChinese = "使用返回值：把它赋回调用该方法的变量、字段或属性，例如 text = text.Trim();。"
                + "如果那里不能赋值，就赋给随后读取的变量。"
                + "不要删除该调用，不要赋给弃元，也不要改动其他语句。",
        },
        new RepairGuide(
            "CDA1011",
            "Let the loop go on: put the flagged break or return under the condition that the code around shows, remove a break that has no purpose, or move a return that is meant for 'nothing found' behind the loop. "
            + "Do not change what the body does, the loop's header or the order of the statements, and do not replace the loop where nothing shows that one pass is meant.",
            new Allowance
            {
                Within = EffectKinds.Jump | EffectKinds.Condition | EffectKinds.Expression,
                Beside = EffectKinds.Jump | EffectKinds.Condition | EffectKinds.Expression,
                MayLose = EffectKinds.Jump,
                PlainLiterals = true,
            })
        {
            AdviceInChinese = "让循环能够继续：把被标记的 break 或 return 放到周围代码所表明的条件之下，删除没有用处的 break，或把表示“未找到”的 return 移到循环之后。"
                + "不要改变循环体的行为、循环头或语句的顺序；如果看不出本来只需要一次迭代，就不要替换循环。",
        },
        new RepairGuide(
            "CDA1012",
            "Call or read what was meant in place of the member itself: the field that belongs to a property, another overload, the base member, ReferenceEquals or a null pattern in an equality operator. "
            + "Where the recursion is meant, add the condition that ends it. Change only the flagged call; do not change the signature and do not add members.",
            new Allowance
            {
                Within = EffectKinds.Call | EffectKinds.Write | EffectKinds.Jump | EffectKinds.Read | EffectKinds.Literal | EffectKinds.Conversion | EffectKinds.Condition,
                MayLose = EffectKinds.Call,
                Extent = Extent.Underlined,
                Swaps = [.. Swaps.NewTests, EffectSwap.Operator("", "Subtract*"), EffectSwap.Literal("", "* 1"), EffectSwap.Operator("Equals", ""), EffectSwap.Operator("NotEquals", "")],
                PlainLiterals = true,
                FittingName = true,
            })
        {
            AdviceInChinese = "把对成员自身的调用换成本来要用的：属性对应的字段、另一个重载、基类成员，或者在相等运算符中使用 ReferenceEquals 或 null 模式。"
                + "如果确实需要递归，就加上终止条件。只修改被标记的调用；不要改变签名，不要添加成员。",
        },
        new RepairGuide(
            "CDA1013",
            "Let the start, the condition and the step agree: turn the comparison around where the condition is false at once, or turn the step around (i++ for i--, or the reverse) where it leads away from the bound. "
            + "Change only the flagged condition or step; keep the loop's variable, its start and its body.",
            new Allowance
            {
                Swaps = TurnedAround,
            })
        {
            AdviceInChinese = "让起点、条件和步进一致：条件一开始就为假时，把比较反过来；步进远离边界时，把步进反过来（用 i++ 代替 i--，或相反）。"
                + "只修改被标记的条件或步进；循环变量、起点和循环体保持不变。",
        },
        new RepairGuide(
            "CDA1014",
            "Step the variable that the loop sets up and its condition tests, in place of the one that is named in the flagged step; keep the direction and size of the step. "
            + "Where the step is right and the condition was meant to test its variable, write that variable in the condition instead. Change nothing else; keep the start and the body.",
            new Allowance { Within = EffectKinds.Write | EffectKinds.Read, OrCondition = true })
        {
            AdviceInChinese = "在被标记的步进中，用循环自己初始化并由条件测试的变量代替现在的变量；保持步进的方向和大小不变。"
                + "如果步进是对的，而条件本应测试它的变量，就在条件中改用该变量。其余不要改动；起点和循环体保持不变。",
        },
        new RepairGuide(
            "CDA1015",
            "Put braces around the statement that the named keyword governs and the flagged one, where the code around shows that both were meant to depend on it. "
            + "Where nothing shows that, leave the code alone: then the indentation is wrong, which is for people to change. "
            + "Change nothing but braces; do not delete, reorder or rewrite statements.",
            new Allowance { JoinConstruct = true })
        {
            AdviceInChinese = "如果周围代码表明两条语句都应受消息中给出的关键字控制，就用大括号把它所控制的语句和被标记的语句括在一起。"
                + "如果看不出这一点，就不要改动：那么是缩进有误，应由人来修改。只改动大括号；不要删除、调换或改写语句。",
        },
        new RepairGuide(
            "CDA1016",
            "Throw the exception that is created: write throw before new. Keep its type and its arguments, and the condition that leads there. Do not delete the statement, do not "
            + "return in its place, do not log instead.",
            new Allowance { Within = EffectKinds.Throw })
        {
            AdviceInChinese = "引发所创建的异常：在 new 之前写 throw。保持其类型、参数以及通向它的条件不变。不要删除该语句，不要改为返回，不要改为记录日志。",
        },
        new RepairGuide(
            "CDA1017",
            "Move the flagged field's declaration below the declaration of the field that it reads, and change nothing in it. "
            + "Do not turn it into a property or a lazy value, do not write the other field's value in its place.",
            new Allowance { MoveDeclaration = true })
        {
            AdviceInChinese = "把被标记字段的声明移到它所读取字段的声明之下，声明本身不作改动。不要把它改成属性或延迟求值，不要用另一个字段的值代替。",
        },
        new RepairGuide(
            "CDA1018",
            "Write && in place of the flagged &, or || in place of the flagged |, and the same for every other such operator of the same chain. "
            + "Keep the operands and their order; add parentheses only where the grouping would change.",
            new Allowance
            {
                Swaps = [EffectSwap.Operator("And", "ConditionalAnd"), EffectSwap.Operator("Or", "ConditionalOr")],
            })
        {
            AdviceInChinese = "用 && 代替被标记的 &，或用 || 代替被标记的 |，同一链中的其他同类运算符也一并替换。"
                + "操作数及其顺序保持不变；只有分组会改变时才添加括号。",
        },
        new RepairGuide(
            "CDA1019",
            "Put the two characters of the operator in the right order: -= for =-, += for =+, != for =!. Where =! ends a statement, write a space between = and ! instead. Change nothing else.",
            new Allowance
            {
                Swaps =
                [
                    EffectSwap.Operator("unary Plus*", "Add=*"), EffectSwap.Operator("unary Minus*", "Subtract=*"), EffectSwap.Operator("unary Not", "NotEquals"),
                    EffectSwap.Write("*", ""),
                ],
            })
        {
            AdviceInChinese = "把运算符的两个字符改成正确的顺序：=- 改为 -=，=+ 改为 +=，=! 改为 !=。若 =! 用在语句中，则改为在 = 与 ! 之间加一个空格。其余部分不要改动。",
        },
        new RepairGuide(
            "CDA1020",
            "For i = i++, keep the step alone: i++. "
            + "For return i++, return the value that the name and the documentation of the member call for: i + 1 where the next value is meant, i where the present one is; the same with minus for i--. Change only the flagged statement.",
            new Allowance
            {
                Swaps =
                [
                    EffectSwap.Operator("Increment after*", "Add*"), EffectSwap.Operator("Decrement after*", "Subtract*"),
                    EffectSwap.Operator("Increment after*", "Increment before*"), EffectSwap.Operator("Decrement after*", "Decrement before*"),
                    EffectSwap.Operator("* after*", ""), EffectSwap.Literal("", "int 1"), EffectSwap.Write("*", ""), EffectSwap.Read("*", ""),
                ],
            })
        {
            AdviceInChinese = "对于 i = i++，只保留步进：i++。对于 return i++，按成员的名称和文档返回所需的值：需要下一个值时返回 i + 1，需要当前值时返回 i；i-- 同理使用减号。只修改被标记的语句。",
        },
        new RepairGuide(
            "CDA1021",
            "Write the shift that was meant: convert the shifted value to a wider type before the shift, as in (long)high << 32 or 1L << 40, where the count is right; "
            + "write the count that was meant where the neighbouring shifts show it; leave out a shift by 0 where nothing else can be meant. "
            + "Change only the flagged shift; keep what is shifted.",
            new Allowance
            {
                Swaps = [Swaps.Widening, Swaps.RetypedNumber, new(EffectKinds.Conversion, "to {type*}", "to {type*}"), new(EffectKinds.Conversion, "", "to {type}?"), new(EffectKinds.Conversion, "", "to ulong narrowing*"), EffectSwap.Literal("int *", "int *"), EffectSwap.Operator("{shift*}Shift", "{shift*}Shift"), EffectSwap.Operator("*Shift*", ""), EffectSwap.Literal("int 0", "")],
                KeepReads = true,
                MostGained = 1,
            })
        {
            AdviceInChinese = "写出本来要用的移位：位数正确时，在移位前把被移位的值转换为更宽的类型，例如 (long)high << 32 或 1L << 40；"
                + "相邻的移位表明了位数时，改为该位数；如果不可能有别的意思，就去掉移动 0 位的移位。只修改被标记的移位；被移位的值保持不变。",
        },
        new RepairGuide(
            "CDA1022",
            "Compare the remainder with 0 in place of 1: write x % 2 != 0 for odd and x % 2 == 0 for even. "
            + "Change nothing else.",
            new Allowance
            {
                Swaps = [EffectSwap.Operator("Equals 1", "NotEquals 0"), EffectSwap.Operator("NotEquals 1", "Equals 0"), EffectSwap.Operator("Equals -1", "NotEquals 0"), EffectSwap.Operator("NotEquals -1", "Equals 0")],
                Requires = EffectKinds.Operator | EffectKinds.Literal,
            })
        {
            AdviceInChinese = "把余数与 0 而不是 1 比较：奇数写 x % 2 != 0，偶数写 x % 2 == 0。"
                + "不要改动其他内容。",
        },
        new RepairGuide(
            "CDA1023",
            "Read the Total property of the same unit in place of the flagged component, such as TotalSeconds for Seconds. "
            + "It is a double: where a whole number is needed, cast it, as in (int)elapsed.TotalSeconds. "
            + "Keep the unit, the comparison and everything else as they are.",
            new Allowance
            {
                Swaps =
                [
                    EffectSwap.Read("System.TimeSpan.{unit}", "System.TimeSpan.Total{unit}"),
                    Swaps.Widening, new(EffectKinds.Conversion, "", "to int narrowing*"), new(EffectKinds.Conversion, "", "to long narrowing*"),
                ],
            })
        {
            AdviceInChinese = "用同一单位的 Total 属性代替被标记的分量，例如用 TotalSeconds 代替 Seconds。"
                + "它是 double：需要整数时进行强制转换，例如 (int)elapsed.TotalSeconds。"
                + "单位、比较以及其余部分保持不变。",
        },
        new RepairGuide(
            "CDA1024",
            "Let Equals and GetHashCode depend on the same fields and properties, those that say what the object is. "
            + "In an Equals without state, compare the fields of this object with those of the other one after the type test; in a GetHashCode without state, combine the fields that Equals compares, with HashCode.Combine where it is there; leave out of GetHashCode what Equals ignores. "
            + "Change only the flagged member.",
            new Allowance
            {
                Within = EffectKinds.Expression | EffectKinds.Condition | EffectKinds.Call | EffectKinds.Jump,
                MayLose = EffectKinds.Call | EffectKinds.Read,
                WholeBody = true,
                PlainLiterals = true,
                SameState = true,
            })
        {
            AdviceInChinese = "让 Equals 和 GetHashCode 取决于相同的字段和属性，即表明对象身份的那些。"
                + "Equals 不读取状态时，在类型测试之后比较本对象与另一对象的字段；GetHashCode 不读取状态时，用 HashCode.Combine（如果可用）组合 Equals 所比较的字段；Equals 忽略的内容不要放进 GetHashCode。只修改被标记的成员。",
        },
        new RepairGuide(
            "CDA1025",
            "Keep the index below the length: write < in place of <= (or > in place of >=) in the flagged condition, or subtract one from an index that is the length itself. "
            + "Change only the flagged condition or index. Do not add a guard to the body, do not change where the index starts or how it steps, and do not use another collection's length.",
            new Allowance
            {
                Swaps =
                [
                    EffectSwap.Operator("LessThanOrEqual", "LessThan"), EffectSwap.Operator("GreaterThanOrEqual", "GreaterThan"),
                    EffectSwap.Operator("", "Subtract*"), EffectSwap.Operator("", "unary Hat"), EffectSwap.Literal("", "int 1"), EffectSwap.Read("*", ""), EffectSwap.Read("*Length", "*Length"), EffectSwap.Read("*Count", "*Count"), EffectSwap.Read("", "*.this[*"), EffectSwap.Read("", "*._*"), EffectSwap.Read("", "*.Count"), EffectSwap.Read("", "*.Length"),
                ],
                KeepReads = true,
                MostGained = 2,
            })
        {
            AdviceInChinese = "让索引小于长度：在被标记的条件中用 < 代替 <=（或用 > 代替 >=），或者从等于长度的索引中减一。"
                + "只修改被标记的条件或索引。不要在循环体中添加判断，不要改变索引的起点或步长，不要改用其他集合的长度。",
        },
        new RepairGuide(
            "CDA1026",
            "Let the test come before the use: move the flagged test and the exit that it guards above the statement that dereferences the variable, or use ?. "
            + "in that statement where its result may be null. "
            + "Where the variable cannot be null, drop the flagged test and keep the code that it guards. "
            + "Keep every other statement and its order.",
            new Allowance
            {
                Within = EffectKinds.Condition | EffectKinds.Expression | EffectKinds.Throw | EffectKinds.Jump | EffectKinds.Call,
                Beside = EffectKinds.Condition | EffectKinds.Expression | EffectKinds.Throw | EffectKinds.Jump | EffectKinds.Call,
                NewCalls = Swaps.Guards,
                PlainLiterals = true,
                MoveUp = true,
            })
        {
            AdviceInChinese = "让检查先于使用：把被标记的检查及其保护的退出语句移到解引用该变量的语句之前，或者在该语句的结果允许为 null 时使用 ?.。"
                + "如果该变量不可能为 null，就去掉被标记的检查并保留它所保护的代码。"
                + "其他语句及其顺序保持不变。",
        },
        new RepairGuide(
            "CDA1027",
            "Put the value into the string that the text is about: await a task where the member is async; join the elements of a sequence with string.Join; of another type name the property that the text means. "
            + "Change only the flagged expression, and keep the wording of the string.",
            new Allowance
            {
                Within = EffectKinds.Await | EffectKinds.Call | EffectKinds.Read,
                OnlyGain = EffectKinds.Await | EffectKinds.Call | EffectKinds.Read,
                Swaps = [EffectSwap.Literal("", "string *"), EffectSwap.Literal("", "char *")],
                Extent = Extent.Underlined,
                NewCalls = ["string.Join*", "System.Linq.Enumerable.Select<*", "System.Linq.Enumerable.To*<*", "System.Linq.Enumerable.Order*", "*.ToString(*", "*.ConfigureAwait(*", "string.Concat*"],
                Wording = Wording.Words,
            })
        {
            AdviceInChinese = "把文本真正要表达的值写入字符串：成员是 async 时 await 该任务；对序列用 string.Join 连接其元素；对其他类型写出文本所指的属性。"
                + "只修改被标记的表达式，保持字符串的措辞不变。",
        },
        new RepairGuide(
            "CDA1028",
            "Use ThenBy in place of the flagged OrderBy, or ThenByDescending in place of OrderByDescending; in a query, join the two orderby clauses into one, with the keys in their "
            + "order. Keep the keys, the comparers and everything else as they are. Do not drop a key, do not change the order of the calls.",
            new Allowance
            {
                Swaps = [EffectSwap.Call("*.OrderBy<*", "*.ThenBy<*"), EffectSwap.Call("*.OrderByDescending<*", "*.ThenByDescending<*")],
            })
        {
            AdviceInChinese = "用 ThenBy 代替被标记的 OrderBy，用 ThenByDescending 代替 OrderByDescending；在查询表达式中，"
                + "把两个 orderby 子句合并为一个，键的顺序不变。键、比较器和其余一切保持不变。不要去掉键，不要改变调用的顺序。",
        },
        new RepairGuide(
            "CDA1029",
            "Unsubscribe the delegate that was subscribed: name the method, field or local that the matching += uses. "
            + "Where += has a lambda of its own, keep it in a local and use that local on both sides, if both are in this member; otherwise call a private method in place of the lambda. "
            + "Change nothing but the handler.",
            new Allowance
            {
                Within = EffectKinds.Read | EffectKinds.Variable | EffectKinds.Call | EffectKinds.Conversion | EffectKinds.Jump,
                Swaps = [EffectSwap.Call("*", ""), EffectSwap.Write("*", ""), new(EffectKinds.Jump, "*", ""), new(EffectKinds.Condition, "*", ""), EffectSwap.Literal("*", ""), EffectSwap.Operator("*", ""), EffectSwap.Read("*", "")],
                OnlySubscribed = true,
                ExtractLocal = true,
                AddHelper = true,
            })
        {
            AdviceInChinese = "取消订阅当初订阅的那个委托：使用对应的 += 所用的方法、字段或局部变量。"
                + "如果 += 处也是 lambda，且两处都在此成员中，就把它存入局部变量并在两处使用；否则用一个私有方法代替该 lambda。"
                + "除处理程序外不要改动其他内容。",
        },
        new RepairGuide(
            "CDA1030",
            "Carry the effect out in a statement of its own before the flagged call: keep its result in a new local, and pass the local in its place, as in bool removed = set.Remove(item); Debug.Assert(removed);. "
            + "Keep the condition, the message and the order of everything else; do not remove the assertion, and do not drop or repeat the effect.",
            new Allowance
            {
                Within = EffectKinds.Call | EffectKinds.Write | EffectKinds.Variable | EffectKinds.Expression,
                Beside = EffectKinds.Call | EffectKinds.Write | EffectKinds.Variable | EffectKinds.Expression,
                OnlyGain = EffectKinds.Call | EffectKinds.Write | EffectKinds.Expression,
                Swaps = [EffectSwap.Operator("Increment before{rest*}", "Increment after{rest*}"), EffectSwap.Operator("Decrement before{rest*}", "Decrement after{rest*}")],
                Rearranges = EffectKinds.Call | EffectKinds.Write | EffectKinds.Operator | EffectKinds.Literal | EffectKinds.Await,
            })
        {
            AdviceInChinese = "在被标记的调用之前用单独的语句执行副作用：把结果存入新的局部变量，并在原处传入该变量，例如 bool removed = set.Remove(item); Debug.Assert(removed);。"
                + "条件、消息以及其他代码的顺序保持不变；不要删除断言，不要丢掉或重复副作用。",
        },
        new RepairGuide(
            "CDA1031",
            "Write the name that the pattern of the neighbouring lines asks for in place of the flagged one. Change only that name; keep the other lines and their order.",
            new Allowance { Within = EffectKinds.Read, FittingName = true })
        {
            AdviceInChinese = "把被标记的名称换成相邻各行的规律所要求的名称。只修改这个名称；其他行及其顺序保持不变。",
        },
        new RepairGuide(
            "CDA1032",
            "Put parentheses around the operands that belong together: (a ?? 0) + b, \"text\" + (a ?? b), \"text\" + (a == null ? b : c), !(x is T); for !a == b write a != b. "
            + "Keep every operand and operator and their order; do not add calls or variables.",
            new Allowance
            {
                Within = EffectKinds.Read | EffectKinds.Literal | EffectKinds.Condition | EffectKinds.Operator | EffectKinds.Call | EffectKinds.Conversion,
                OnlyGain = EffectKinds.Read | EffectKinds.Literal | EffectKinds.Condition | EffectKinds.Call | EffectKinds.Conversion,
                Swaps =
                [
                    EffectSwap.Literal("", "int 0"), EffectSwap.Literal("", "string "), EffectSwap.Operator("Equals", "NotEquals"), EffectSwap.Operator("NotEquals", "Equals"), EffectSwap.Operator("unary Not", ""), EffectSwap.Operator("is *", "is *"),
                    EffectSwap.Operator("Concat", "Add"), EffectSwap.Operator("Add", "Concat"), EffectSwap.Operator("Equals", ""), EffectSwap.Operator("", "unary Not"), EffectSwap.Operator("", "is *"),
                ],
                Rearranges = EffectKinds.Read | EffectKinds.Literal | EffectKinds.Operator | EffectKinds.Call,
            })
        {
            AdviceInChinese = "用括号把应当在一起的操作数括起来：(a ?? 0) + b、\"文本\" + (a ?? b)、\"文本\" + (a == null ? b : c)、!(x is T)；!a == b 写成 a != b。"
                + "保留所有操作数、运算符及其顺序；不要添加调用或变量。",
        },
        new RepairGuide(
            "CDA1033",
            "Make the flagged format and its arguments agree. "
            + "Where a value is missing, pass the one that the text names; where an argument is in no placeholder, name it in the text where it belongs, or leave it out where it is a plain variable and the text is complete; number the placeholders from 0 without gaps, in the order of the arguments. "
            + "Keep the wording of the text, and change nothing else in the call.",
            new Allowance
            {
                Within = EffectKinds.Read,
                Swaps = [EffectSwap.Read("*", ""), EffectSwap.Literal("string *", "string *"), EffectSwap.Call("{method*}(*", "{method*}(*")],
                KeepConstants = true,
                Wording = Wording.WordsAndPlaceholders,
            })
        {
            AdviceInChinese = "使被标记的格式字符串与参数一致。"
                + "缺少值时，传入文本所指的那个值；某个参数没有占位符时，把它写入文本中应在的位置，如果它只是普通变量且文本已经完整，则去掉它；占位符从 0 开始连续编号，顺序与参数一致。"
                + "保持文本措辞不变，不要改动调用的其余部分。",
        },
        new RepairGuide(
            "CDA1034",
            "In the flagged condition, test the variable that holds the result of the as in place of its source. "
            + "Change nothing else: no pattern, no other operator, no second test.",
            new Allowance { Within = EffectKinds.Read, FittingName = true })
        {
            AdviceInChinese = "在被标记的条件中，把源变量换成保存 as 结果的变量来检查。"
                + "其余部分不要改动：不要改写成模式，不要换运算符，不要添加第二个检查。",
        },
        new RepairGuide(
            "CDA1035",
            "Convert the first operand of the flagged product or shift to the wider type, as in (long)a * b, or write a literal operand with its suffix (1L << n). "
            + "Do not convert the result, do not change the types of variables, and keep the order of the operations.",
            new Allowance { Swaps = [Swaps.Widening, Swaps.RetypedNumber, new(EffectKinds.Conversion, "to {type*}", "to {type*}"), new(EffectKinds.Conversion, "", "to {type}?"), new(EffectKinds.Conversion, "", "to ulong narrowing*"), new(EffectKinds.Conversion, "to ulong narrowing", "to ulong"), EffectSwap.Operator("{operator} checked", "{operator}")], MostGained = 2 })
        {
            AdviceInChinese = "把被标记的乘积或移位的第一个操作数转换为更宽的类型，例如 (long)a * b；如果操作数是字面量，就写上后缀（1L << n）。"
                + "不要转换结果，不要改变变量的类型，保持运算顺序不变。",
        },
        new RepairGuide(
            "CDA1036",
            "Let the two bounds change places, so that the value is at least the smaller and at most the greater one. "
            + "Keep the calls, the value and the bounds themselves; change nothing else.",

            // Where a bound stands before the inner call, the call changes its place too.
            new Allowance
            {
                Within = EffectKinds.Read | EffectKinds.Literal | EffectKinds.Call,
                OnlyGain = EffectKinds.Read | EffectKinds.Literal | EffectKinds.Call,
                Rearranges = EffectKinds.Read | EffectKinds.Literal | EffectKinds.Call | EffectKinds.Operator,
                MoveArguments = true,
            })
        {
            AdviceInChinese = "交换两个界的位置，使值不小于较小的界、不大于较大的界。调用、被限制的值以及两个界本身保持不变，其余部分不要改动。",
        },
        new RepairGuide(
            "CDA1037",
            "Write the target that was meant in the flagged assignment: follow the pattern of the neighbouring assignments, and take the field, property or local that none of them writes and that belongs to the assigned value. "
            + "Change only the target of the flagged assignment; keep what it assigns, and do not remove or reorder assignments.",
            new Allowance { Within = EffectKinds.Write | EffectKinds.Read, FittingName = true })
        {
            AdviceInChinese = "在被标记的赋值中写出本来要用的目标：参照相邻赋值的规律，选用它们都没有写入、且与所赋的值对应的字段、属性或局部变量。"
                + "只修改被标记的赋值的目标；保持所赋的值不变，不要删除或调换赋值语句。",
        },
        new RepairGuide(
            "CDA1038",
            "Change the condition so that both results are possible: usually && and || were confused (x == a || x == b, x != a && x != b), a comparison points the wrong way, or one of the two conditions was meant for another value. "
            + "For an unsigned value, compare with a number that it can pass, or write the comparison that was meant (> 0, != 0). Change only the flagged condition and the operator beside it; do not delete what depends on it.",
            new Allowance
            {
                Within = EffectKinds.Read | EffectKinds.Literal | EffectKinds.Conversion | EffectKinds.Condition,
                Swaps =
                [
                    .. TurnedAround, EffectSwap.Operator("Equals", "NotEquals"), EffectSwap.Operator("NotEquals", "Equals"), EffectSwap.Operator("{than}OrEqual", "{than}"), EffectSwap.Operator("{than}", "{than}OrEqual"), EffectSwap.Operator("*OrEqual", "*Equals"),
                    EffectSwap.Operator("ConditionalAnd", "ConditionalOr"), EffectSwap.Operator("ConditionalOr", "ConditionalAnd"), EffectSwap.Operator("pattern *", "pattern *"), EffectSwap.Operator("is *", "is *"),
                    EffectSwap.Operator("{than}", "pattern {than}"), EffectSwap.Operator("Equals", "ConstantPattern"), EffectSwap.Operator("NotEquals", "NegatedPattern"), EffectSwap.Operator("NotEquals", "ConstantPattern"), EffectSwap.Operator("", "ConstantPattern"), EffectSwap.Operator("ConditionalAnd", "pattern Or"), EffectSwap.Operator("ConditionalOr", "pattern *r"), EffectSwap.Operator("ConditionalOr", "pattern And"), EffectSwap.Operator("", "IsPattern"),
                ],
                MostGained = 1,
            })
        {
            AdviceInChinese = "修改条件，使两种结果都有可能：通常是 && 与 || 混淆（应为 x == a || x == b、x != a && x != b）、比较方向写反，或者其中一个条件本来针对另一个值。"
                + "对于无符号值，与它可能越过的数进行比较，或写出本来要用的比较（> 0、!= 0）。只修改被标记的条件及其相邻的运算符；不要删除依赖该条件的代码。",
        },
        new RepairGuide(
            "CDA1039",
            "Let a test of the argument come before the flagged cast or access: obj is T other in Equals(object), left is null ? right is null : ... in ==, with false as the answer for null and for other types. "
            + "Keep the comparison itself; do not catch the exception.",
            new Allowance
            {
                Within = EffectKinds.Condition | EffectKinds.Read | EffectKinds.Literal | EffectKinds.Conversion | EffectKinds.Variable | EffectKinds.Call,
                OnlyGain = EffectKinds.Call,
                Beside = EffectKinds.Condition | EffectKinds.Expression | EffectKinds.Jump,
                Swaps = [.. Swaps.NewTests, EffectSwap.Operator("{same*}", "{same*}")],
                NewCalls = Swaps.Guards,
                PlainLiterals = true,
                SameState = true,
            })
        {
            AdviceInChinese = "在被标记的强制转换或成员访问之前先检查实参：在 Equals(object) 中用 obj is T other，在 == 中用 left is null ? right is null : ...；对 null 和其他类型返回 false。"
                + "保留比较本身；不要捕获异常。",
        },
    ];
}
