using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.MisleadingIndentationAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class MisleadingIndentationTests
{
    // The statements stand at the start of a line each, indented as they are given here.
    private static string Code(string statements) =>
        $$"""
        using System;
        using System.Collections.Generic;
        class C
        {
        static void A() { }
        static void B() { }
        static void D() { }
        static int M(bool x, bool y, int n, List<int> list, IDisposable resource)
        {
        {{statements}}
        return 0;
        }
        }
        """;

    private static Task VerifyAsync(string statements) => Verify.VerifyAsync(Code(statements));

    [Theory]
    [InlineData("if (x)\n    A();\n    [|B();|]")]
    [InlineData("for (int i = 0; i < n; i++)\n    A();\n    [|B();|]")]
    [InlineData("foreach (var item in list)\n    A();\n    [|B();|]")]
    [InlineData("while (x)\n    A();\n    [|B();|]")]
    [InlineData("lock (list)\n    A();\n    [|B();|]")]
    [InlineData("using (resource)\n    A();\n    [|B();|]")]
    [InlineData("if (x)\n    A();\nelse\n    B();\n    [|D();|]")]
    [InlineData("if (x)\n{\n    A();\n} else\n    B();\n    [|D();|]")]
    [InlineData("if (x)\n    return 1;\n    [|return 2;|]")]
    public Task A_statement_in_line_with_the_guarded_one(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("if (x)\n    A();\n    [|B();|]\n    D();")]
    [InlineData("if (x)\n    A();\n\n    // and then\n    [|B();|]")]
    [InlineData("if (x)\n\tA();\n\t[|B();|]")]
    [InlineData("A();\nif (x\n    && y)\n    A();\n    [|B();|]")]
    [InlineData("if (x)\n    if (y)\n        A();\n        [|B();|]")]
    [InlineData("if (x)\n    if (y)\n        A();\n    [|B();|]")]
    [InlineData("if (x)\n    A();\nelse if (y)\n    B();\n    [|D();|]")]
    [InlineData("if (x)\n    A();\n    [|int z = 1;|] z++;")]
    [InlineData("if (x)\n    A();\n    [|foreach (var item in list)|]\n    {\n        B();\n    }")]
    public Task The_first_of_them_or_its_first_line(string statements) => VerifyAsync(statements);

    [Fact]
    public Task The_message_names_keyword_and_line() => Verify.VerifyAsync(
        Code("if (x)\n    A();\n{|#1:else|}\n    B();\n    {|#0:D();|}"),
        Verify.Diagnostic(0, "else").WithLocation(1));

    [Theory]
    [InlineData("if (x)\n    A();\nelse if (y)\n    B();\nelse\n    D();\nA();")]
    [InlineData("if (x)\n    A();\nelse\nif (y)\n    B();\nD();")]
    [InlineData("     if (x) A();\nelse if (y) B();\n     D();")]
    public Task Else_if_chains_are_silent(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("if (x) A(); B();")]
    [InlineData("if (x) A();\n    B();")]
    [InlineData("if (x)\n    A(); B();")]
    [InlineData("A(); if (x)\n    B();\n    D();")]
    [InlineData("if (x)\n    A();\n    /* then */ B();")]
    public Task On_the_same_line_it_is_silent(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("\tif (x)\n\t\tA();\n        B();")]
    [InlineData("\tif (x)\n        A();\n        B();")]
    [InlineData("    if (x)\n\tA();\n\tB();")]
    public Task Tabs_and_spaces_that_may_come_out_equal_are_silent(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("if (x)\n{\n    A();\n}\n    B();")]
    [InlineData("while (x)\n    ;\n    B();")]
    [InlineData("if (x)\n    A();\nB();")]
    [InlineData("if (x)\n    A();\n  B();")]
    [InlineData("if (x)\n    A();\n        B();")]
    [InlineData("    A();\nif (x)\n    B();\n    D();")]
    [InlineData("if (x)\nA();\nB();")]
    [InlineData("do\n    A();\nwhile (x);\n    B();")]
    public Task Other_layouts_are_silent(string statements) => VerifyAsync(statements);

    [Theory]
    [InlineData("if (x)\n#if DEBUG\n    A();\n#else\n    D();\n#endif\n    B();")]
    [InlineData("if (x)\n    A();\n#if !DEBUG\n    B();\n#endif")]
    public Task Code_that_other_builds_see_differently_is_silent(string statements) => VerifyAsync(statements);

    [Fact]
    public Task Cases_and_top_level_statements() => Verify.VerifyAsync(
        """
        using System;

        if (args.Length > 0)
            Console.Write(1);
            [|Console.Write(2);|]

        switch (args.Length)
        {
            case 1:
                if (args[0] == "a")
                    Console.Write(3);
                    [|break;|]
            case 2: if (args[0] == "b")
                    Console.Write(3);
                    break;
        }
        """,
        test => test.TestState.OutputKind = Microsoft.CodeAnalysis.OutputKind.ConsoleApplication);
}
