namespace CodeAssist.Repair.Guides;

/// <summary>The guides of other people's analyzers, and of diagnostics that nobody described.</summary>
internal static class ForeignGuides
{
    // A guard: a test of a value, and a way out where it fails.
    internal const EffectKinds Guard =
        EffectKinds.Condition | EffectKinds.Throw | EffectKinds.Jump | EffectKinds.Call | EffectKinds.Expression;

    // Rules of others that report what one of ours does: the same repair is right.
    private static readonly (string Ours, string Theirs)[] Peers =
    [
        ("CDA1001", "S1764 MA0172"), ("CDA1002", "S1862"), ("CDA1003", "S3923 MA0140"), ("CDA1004", "S1871"), ("CDA1005", "S4275"), ("CDA1006", "S2234"),
        ("CDA1007", "S4143"), ("CDA1008", "S2184"), ("CDA1010", "S2201 MA0060 CA1806"), ("CDA1012", "S2190"), ("CDA1013", "S2251 S2252"), ("CDA1014", "S1994"),
        ("CDA1016", "S3984"), ("CDA1018", "S2178"), ("CDA1019", "S2757"), ("CDA1020", "S2123"), ("CDA1022", "S2197"), ("CDA1028", "MA0030 RCS1200"),
        ("CDA1029", "S3244"), ("CDA1033", "S2275 CA2241"), ("CDA2001", "MA0100 RCS1229"), ("CDA2002", "VSTHRD110 MA0134"), ("CDA2003", "VSTHRD101 MA0147"),
        ("CDA2004", "S3168 VSTHRD100 MA0155"), ("CDA2006", "S4586 VSTHRD114 MA0022 RCS1210"), ("CDA2007", "S6966 MA0042 VSTHRD103 CA1849"), ("CDA2008", "CA2012 S4462 VSTHRD002 VSTHRD104 MA0045 xUnit1031"),
        ("CDA2009", "S2551 MA0064 CA2002"), ("CDA3001", "S2486 RCS1075 ERP022 CA1031 S2221"), ("CDA3002", "MA0054"), ("CDA3003", "S6667"), ("CDA3004", "S2930"),
        ("CDA3005", "S3966"), ("CDA3006", "S1163 CA2219 S3877"),
    ];

    public static IReadOnlyList<RepairGuide> All { get; } =
    [
        .. Guides(
            "CA1062",
            "Test the argument before it is used, and throw ArgumentNullException where it is null. Keep everything else.",
            "在使用之前检查该参数，为 null 时引发 ArgumentNullException。其余保持不变。",
            new Allowance { OnlyGain = EffectKinds.All, Beside = Guard, NewCalls = Swaps.Guards, PlainLiterals = true, SameBut = Additions.Guard }),
        .. Guides(
            "CA2000",
            "Dispose of the object on every path: make its declaration a using declaration. Keep everything else.",
            "在每条路径上释放该对象：把声明改为 using 声明。其余保持不变。",
            new Allowance { Within = EffectKinds.Dispose | EffectKinds.Variable | EffectKinds.Read, OnlyGain = EffectKinds.Dispose | EffectKinds.Read, Beside = EffectKinds.Dispose, SameBut = Additions.Disposal }),
        .. Guides(
            "CA1853 CA1854 CA1864",
            "Look the key up once: TryGetValue, TryAdd or Remove in place of the test and the access that it guards. Keep the keys, the values and everything else.",
            "只查找一次键：用 TryGetValue、TryAdd 或 Remove 代替判断及其保护的访问。键、值以及其余一切保持不变。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true }),
        .. Guides(
            "CA1825",
            "Return an empty array that is shared: Array.Empty, or a collection expression without elements.",
            "返回共享的空数组：使用 Array.Empty 或不含元素的集合表达式。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true }),
        .. Guides(
            "CA1507",
            "Write nameof of the parameter or member that the text names, in its place.",
            "用 nameof 写出文本所指的参数或成员，代替该文本。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true }),
        .. Guides(
            "CA1510 CA1511 CA1512 CA1513",
            "Call the ThrowIf method that the message names with the same value, in place of the test and the throw.",
            "用消息中给出的 ThrowIf 方法和同一个值，代替判断和引发。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true }),
        .. Guides(
            "MA0009 MA0023",
            "Give the regular expression a time limit, or the option that the message names. Keep the pattern and the other options.",
            "为正则表达式设置时间限制或消息中给出的选项。模式和其他选项保持不变。",
            new Allowance { Swaps = [.. Swaps.Overload, EffectSwap.Call("", "System.TimeSpan.From*(*"), EffectSwap.Literal("", "int *"), EffectSwap.Read("", "System.Text.RegularExpressions.RegexOptions.*"), EffectSwap.Operator("", "Or")] }),
        .. Guides(
            "CA2250",
            "Call ThrowIfCancellationRequested on the same token in place of the test and the throw.",
            "对同一个标记调用 ThrowIfCancellationRequested，代替判断和引发。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true }),
        .. Guides(
            "CA2242",
            "Ask IsNaN of the value, and ask the same question: !IsNaN for a value that was to differ from NaN.",
            "用 IsNaN 判断该值，且判断的含义不变：原来要求不等于 NaN 的用 !IsNaN。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true }),
        .. Guides(
            "xUnit2000 NUnit2007",
            "Let the expected and the actual value change places. Keep both, and the assertion.",
            "交换期望值和实际值的位置。两个值以及断言保持不变。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true }),
        .. Guides(
            "xUnit2013",
            "Assert the number of elements by Empty, Single or NotEmpty of the same collection: what the message names.",
            "用消息中给出的 Empty、Single 或 NotEmpty 对同一集合断言元素个数。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true }),
        .. Guides(
            "xUnit2014 xUnit2019 xUnit2021",
            "Await the assertion of the same exception type: ThrowsAsync in place of Throws. Make the test async where it is not.",
            "等待对同一异常类型的断言：用 ThrowsAsync 代替 Throws。测试不是 async 时改为 async。",
            new Allowance
            {
                Within = EffectKinds.Await,
                OnlyGain = EffectKinds.Await,
                Swaps = [EffectSwap.Call("Xunit.Assert.{name}<{type*}>(*", "Xunit.Assert.{name}Async<{type*}>(*"), EffectSwap.Operator("invalid", "")],
                SignatureSwaps = [("void", "async Task"), ("void", "async System . Threading . Tasks . Task")],
                BecomeAsync = true,
                Requires = EffectKinds.Await,
            }),
        .. Guides(
            "NUnit2009",
            "Compare with the value that was meant in place of the repeated one. Keep the assertion.",
            "与本来要比较的值进行比较，代替重复的那个。断言保持不变。",
            new Allowance { Within = EffectKinds.Read, KeepSources = true }),
        .. Guides(
            "xUnit2005 NUnit2040",
            "Compare the values: Equal in place of Same, NotEqual in place of NotSame. Keep both values.",
            "比较值：用 Equal 代替 Same，用 NotEqual 代替 NotSame。两个值保持不变。",
            new Allowance
            {
                Within = EffectKinds.Conversion,
                Swaps =
                [
                    EffectSwap.Call("Xunit.Assert.Same(*", "Xunit.Assert.Equal<*"), EffectSwap.Call("Xunit.Assert.NotSame(*", "Xunit.Assert.NotEqual<*"), EffectSwap.Call("Xunit.Assert.Same(*", "Xunit.Assert.Equal(*"), EffectSwap.Call("Xunit.Assert.NotSame(*", "Xunit.Assert.NotEqual(*"),
                    EffectSwap.Read("*.SameAs", "*.EqualTo"), EffectSwap.Call("*.SameAs(*", "*.EqualTo(*"),
                ],
                KeepSources = true,
                SameBut = Additions.Nothing,
            }),
        .. Guides(
            "S1244",
            "Compare the difference with a tolerance that the code names. Keep both values and which way the comparison goes.",
            "把差值与代码中命名的容差进行比较。两个值及比较的含义保持不变。",
            new Allowance
            {
                Within = EffectKinds.Read,
                Swaps = [EffectSwap.Operator("Equals", "LessThan*"), EffectSwap.Operator("NotEquals", "GreaterThan*"), EffectSwap.Operator("", "Subtract"), EffectSwap.Call("", "System.Math*.Abs(*"), EffectSwap.Call("", "double.Abs(*"), EffectSwap.Literal("", "* *E-*"), EffectSwap.Literal("", "* 0.0*")],
                KeepSources = true,
                Requires = EffectKinds.Call,
            }),
        .. Guides(
            "CA2200 S3445 MA0027 RCS1044",
            "Rethrow with throw; so that the stack trace is kept. Change nothing else.",
            "用 throw; 重新引发，以保留堆栈跟踪。其余不变。",
            new Allowance { Swaps = [new(EffectKinds.Throw, "throw", "rethrow"), EffectSwap.Read("*", ""), new(EffectKinds.Variable, "*", "")], NarrowCatch = true }),
        .. Guides(
            "CA2016 MA0032 MA0040 MA0079 MA0080 xUnit1051",
            "Pass the cancellation token that is in scope to the flagged call, through the overload that takes one. Change nothing else.",
            "把作用域内的取消标记传给被标记的调用，使用接受它的重载。其余不变。",
            new Allowance
            {
                Within = EffectKinds.Read,
                OnlyGain = EffectKinds.Read,
                Swaps = [.. Swaps.Overload, EffectSwap.Literal("*CancellationToken default", ""), EffectSwap.Read("*CancellationToken.None", "*")],
            }),
        .. Guides(
            "CA1304 CA1305 CA1307 CA1309 CA1310 CA1311 MA0001 MA0002 MA0006 MA0011 MA0021 MA0074 MA0075 MA0076 S1449 S4056 S4058 S6580",
            "Say which culture or comparison is meant, through the overload that takes it: the invariant culture or an ordinal comparison for what machines read, the current culture for what people read. "
            + "Keep whether case counts, and change nothing else.",
            "通过接受区域性或比较方式的重载，写明所指的区域性或比较方式：供机器读取的用固定区域性或序号比较，供人阅读的用当前区域性。是否区分大小写保持不变，其余不变。",
            new Allowance
            {
                Swaps =
                [
                    .. Swaps.Overload,
                    EffectSwap.Call("{method.}(*", "{method.}Invariant(*"), EffectSwap.Call("", "string.Equals(*"), EffectSwap.Call("", "string.Create(*"), EffectSwap.Call("", "new System.Runtime.CompilerServices.DefaultInterpolatedStringHandler*"), EffectSwap.Call("System.FormattableString.*", ""), EffectSwap.Read("", "new global::System.Runtime.CompilerServices.DefaultInterpolatedStringHandler"), EffectSwap.Call("", "System.FormattableString.Invariant(*"),
                    EffectSwap.Read("System.StringComparison.*Culture", "System.StringComparison.Ordinal"), EffectSwap.Read("System.StringComparison.*CultureIgnoreCase", "System.StringComparison.OrdinalIgnoreCase"),
                    EffectSwap.Read("", "System.StringComparison.Ordinal"), EffectSwap.Read("", "System.StringComparison.CurrentCulture"), EffectSwap.Read("", "System.StringComparison.InvariantCulture"),
                    EffectSwap.Read("", "System.StringComparer.Ordinal"), EffectSwap.Read("", "System.Globalization.CultureInfo.*"),
                    EffectSwap.Read("", "System.Text.RegularExpressions.RegexOptions.CultureInvariant"),
                    EffectSwap.Operator("Equals", ""), EffectSwap.Operator("NotEquals", "unary Not"),
                ],
            }),
        .. Guides(
            "CA1827 CA1828 CA1836 CA1860 S1155 S3981 RCS1080 MA0031",
            "Ask whether there is an element in the way that the message names, and ask the same question: Any() for a count above zero, !Any() for a count of zero, IsEmpty, or the other way round.",
            "用消息中给出的方式判断是否有元素，且判断的含义不变：个数大于零用 Any()，个数为零用 !Any() 或 IsEmpty，反之亦然。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true }),
        .. Guides(
            "CA1862 RCS1155 S6572",
            "Compare without regard to case through an overload that takes a StringComparison, in place of a comparison of converted strings. Keep what is compared.",
            "用接受 StringComparison 的重载进行不区分大小写的比较，代替比较转换后的字符串。比较的内容保持不变。",
            new Allowance
            {
                Swaps =
                [
                    .. Swaps.Overload,
                    EffectSwap.Call("string.ToLower*(*", ""), EffectSwap.Call("string.ToUpper*(*", ""), EffectSwap.Call("", "string.Equals(*"), EffectSwap.Call("", "string.Compare(*"),
                    EffectSwap.Read("", "System.StringComparison.*IgnoreCase"), EffectSwap.Operator("Equals", ""), EffectSwap.Operator("NotEquals", "unary Not"),
                ],
            }),
        .. Guides(
            "CA2208 S3928 MA0015 RCS1015",
            "Name the parameter that the exception is about with nameof. Keep the exception's type and what its message says.",
            "用 nameof 写出异常所针对的参数。保持异常类型及其消息内容不变。",
            new Allowance { Within = EffectKinds.Literal | EffectKinds.Read, Swaps = Swaps.Overload }),
        .. Guides(
            "CA2008 VSTHRD105",
            "Say which scheduler is meant, through the overload that takes it. Change nothing else.",
            "通过接受调度器的重载写明所指的调度器。其余不变。",
            new Allowance { Swaps = [.. Swaps.Overload, EffectSwap.Read("", "System.Threading.Tasks.TaskScheduler.*")] }),
        .. Guides(
            "IDE0044 RCS1169 S2933",
            "Make the field readonly. Change nothing else.",
            "将该字段改为 readonly。其余不变。",
            new Allowance { SignatureSwaps = [("", "readonly")] }),
        .. Guides(
            "CA1802",
            "Make the field a constant. Change nothing else.",
            "将该字段改为常量。其余不变。",
            new Allowance { SignatureSwaps = [("static readonly", "const")] }),
        .. Guides(
            "CA1725 S927 RCS1168",
            "Give the parameter the name that it has in the base member, there and wherever it is used. Change nothing else.",
            "将该参数及其所有使用处改为基类成员中的名称。其余不变。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true, SignatureSwaps = [("*", "*")] }),
        .. Guides(
            "MA0158 IDE0330",
            "Make the object that is locked a System.Threading.Lock. Change nothing else.",
            "将用于加锁的对象改为 System.Threading.Lock。其余不变。",
            new Allowance { SignatureSwaps = [("object", "Lock"), ("Object", "Lock")], Swaps = [EffectSwap.Call("new object*", "new System.Threading.Lock*"), EffectSwap.Read("new object", "new *.Lock")] }),
        .. Guides(
            "S1118 CA1052",
            "Make the type static: it has no members that belong to an object. Change nothing else.",
            "将该类型设为 static：它没有属于对象的成员。其余不变。",
            new Allowance { SignatureSwaps = [("", "static"), ("sealed", "static")] }),
        .. Guides(
            "CA1859",
            "Write the type that the message names in place of the wider one. Change nothing else.",
            "用消息中给出的类型代替较宽的类型。其余不变。",
            new Allowance { SameBut = Additions.Nothing, OnlySameMeaning = true, SignatureSwaps = [("I*", "*"), ("object", "*")] }),
        .. Guides(
            "CA1852",
            "Seal the type. Change nothing else.",
            "将该类型改为 sealed。其余不变。",
            new Allowance { SignatureSwaps = [("", "sealed")] }),
        .. Guides(
            "IDE0040 RCS1018",
            "Write the accessibility that the member has already. Change nothing else.",
            "写出该成员本来就有的可访问性。其余不变。",
            new Allowance { SignatureSwaps = [("", "private"), ("", "internal")] }),
        .. Guides(
            "CA2215",
            "Call the base member at the end, with the same arguments. Change nothing else.",
            "在末尾用相同的实参调用基类成员。其余不变。",
            new Allowance { SameBut = Additions.LastCall, OnlySameMeaning = true }),
        .. Guides(
            "CA1851",
            "Put what the query yields into a list once, and use the list. Change nothing else.",
            "把查询结果放入列表一次，然后使用该列表。其余不变。",
            new Allowance { SameBut = Additions.Nothing | Additions.Snapshot, OnlySameMeaning = true }),
        .. Guides(
            "CA1816 S3971",
            "Call GC.SuppressFinalize(this) at the end of the disposer. Change nothing else.",
            "在释放方法末尾调用 GC.SuppressFinalize(this)。其余不变。",
            new Allowance { SameBut = Additions.LastCall, OnlySameMeaning = true }),
        .. Guides(
            "CA1822 S2325 MA0038 MA0041 RCS1102",
            "Make the member static: it reads no state of its object. Change nothing else.",
            "将该成员改为 static：它不读取对象的状态。其余不变。",
            new Allowance { SignatureSwaps = [("", "static")] }),
        .. Guides(
            "IDE0051 IDE0052 IDE0059 S1481 S1854 S1144 RCS1163 RCS1213",
            "Delete the code that is never used, and nothing else. Keep calls whose effect is needed.",
            "删除从未使用的代码，除此之外不作改动。保留其副作用被需要的调用。",
            new Allowance { SameBut = Additions.Nothing, DeleteFlagged = true, OnlyGain = EffectKinds.Call | EffectKinds.Await | EffectKinds.Yield | EffectKinds.Throw | EffectKinds.Lock | EffectKinds.Dispose | EffectKinds.Jump }),
        .. Peers.SelectMany(peer => peer.Theirs.Split(' ').Select(id => Our(peer.Ours) with { DiagnosticId = id })),
    ];

    /// <summary>The rule of ours that reports what another analyzer's does; null where there is none.</summary>
    public static string? PeerOf(string diagnosticId) => Peers.FirstOrDefault(peer => peer.Theirs.Split(' ').Contains(diagnosticId)).Ours;

    /// <summary>The guide of an ID that has none of its own and is about how code is written.</summary>
    public static RepairGuide OfForm(string diagnosticId)
    {
        var guide = Default(diagnosticId);
        return new RepairGuide(
            diagnosticId,
            "Write the flagged code in the way that the message asks for. What the code does stays exactly as it is.",
            guide.Allowance with { OnlySameMeaning = true })
        {
            AdviceInChinese = "按消息的要求改写被标记的代码。代码的行为必须完全保持不变。",
        };
    }

    /// <summary>The guide of an ID that has none of its own.</summary>
    public static RepairGuide Default(string diagnosticId) => new(
        diagnosticId,
        "Repair the flagged statement with the smallest change that removes the cause of the diagnostic. Keep what the code does otherwise.",
        new Allowance
        {
            Within = EffectKinds.All & ~(EffectKinds.Lock | EffectKinds.Yield | EffectKinds.Catch | EffectKinds.Write | EffectKinds.Literal | EffectKinds.Operator | EffectKinds.Conversion),
            OnlyGain = EffectKinds.Await | EffectKinds.Dispose | EffectKinds.Throw | EffectKinds.Jump,
            Swaps =
            [
                .. Swaps.Bound, .. Swaps.Negations, EffectSwap.Operator("Equals", "unary Not"), .. Swaps.OldTests, .. Swaps.NewComparisons, .. Swaps.NeutralLiterals, .. Swaps.SameText,
                EffectSwap.Operator("", "is *"), EffectSwap.Operator("", "*attern*"), new(EffectKinds.Conversion, "Value", ""), new(EffectKinds.Conversion, "as *", ""), new(EffectKinds.Conversion, "to {type*}", "to {type*}"),
                EffectSwap.Call("System.Linq.*", ""), EffectSwap.Operator("{operator}", "{operator}="), EffectSwap.Operator("And", "ConditionalAnd"), EffectSwap.Operator("Or", "ConditionalOr"),
                EffectSwap.Operator("Concat", ""), EffectSwap.Operator("Interpolated*", ""), EffectSwap.Operator("", "Interpolated*"), EffectSwap.Operator("", "CollectionExpression*"),
                EffectSwap.Operator("new *", ""), EffectSwap.Operator("", "new *"), EffectSwap.Operator("", "Range"), EffectSwap.Operator("", "unary Hat"),
            ],
            Wording = Wording.Exact,
            NamedCalls = true,
            SameBut = Additions.Nothing,
        })
    {
        AdviceInChinese = "用最小的改动修复被标记的语句，消除诊断的原因。其余行为保持不变。",
    };

    internal static IEnumerable<RepairGuide> Guides(string ids, string advice, string adviceInChinese, Allowance allowance) =>
        ids.Split(' ').Select(id => new RepairGuide(id, advice, allowance) { AdviceInChinese = adviceInChinese });

    private static RepairGuide Our(string id) =>
        CorrectnessGuides.All.Concat(ConcurrencyGuides.All).Concat(ExceptionGuides.All).Single(guide => guide.DiagnosticId == id);
}
