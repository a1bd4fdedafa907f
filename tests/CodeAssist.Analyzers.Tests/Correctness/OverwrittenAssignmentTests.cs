using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.OverwrittenAssignmentAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class OverwrittenAssignmentTests
{
    [Theory]
    [InlineData("_a = x; [|_a|] = y;")]
    [InlineData("this._a = x; [|_a|] = y;")]
    [InlineData("_a = x; _b = x; [|_a|] = y;")]
    [InlineData("A = x; [|A|] = y;")]
    [InlineData("other.A = x; [|other.A|] = y;")]
    [InlineData("other._a = x; [|other._a|] = y;")]
    [InlineData("s_a = x; [|C.s_a|] = y;")]
    [InlineData("_a = 1; [|_a|] = 2;")]
    [InlineData("_a = x + 1; [|_a|] = x - 1;")]
    [InlineData("int l; l = x; [|l|] = y; Use(l);")]
    [InlineData("var l = x; [|l|] = y; Use(l);")]
    [InlineData("var l = x; [|l|] = Find(); Use(l);")]
    [InlineData("x = y; [|x|] = _b; Use(x);")]
    [InlineData("_a = x; [|_a|] = y; [|_a|] = _b;")]
    [InlineData("switch (x) { case 1: _a = x; [|_a|] = y; break; }")]
    [InlineData("if (x > y) { _a = x; [|_a|] = y; }")]
    [InlineData("_a = Math.Max(x, y); [|_a|] = y;")]
    public Task Twice_in_a_row(string statements) => Verify.VerifyAsync(Source(statements));

    [Fact]
    public Task In_constructors_lambdas_and_top_level_code() => Verify.VerifyAsync(
        """
        class C
        {
            private readonly int _width, _height;

            C(int width, int height)
            {
                _width = width;
                [|_width|] = height;
                System.Action f = () => { var a = width; [|a|] = height; width = a; };
                f();
            }

            int Area => _width + _height;
        }
        """);

    [Fact]
    public Task The_message_names_target_and_assignment() => Verify.VerifyAsync(
        """
        class C
        {
            int _a;
            void M(int x, int y)
            {
                {|#1:_a|} = x;
                {|#0:_a|} = y;
            }
        }
        """,
        Verify.Diagnostic(0, "_a", "_a = x").WithLocation(1));

    [Theory]
    [InlineData("_a = 0; _a = x;")]
    [InlineData("_a = -1; _a = x;")]
    [InlineData("_text = \"\"; _text = text;")]
    [InlineData("_text = null; _text = text;")]
    [InlineData("_text = string.Empty; _text = text;")]
    [InlineData("_a = default; _a = x;")]
    [InlineData("_a = int.MaxValue; _a = x;")]
    [InlineData("var ok = true; ok = x > y; Use(ok);")]
    [InlineData("var list = new List<int>(); list = items; Use(list);")]
    [InlineData("List<int> list = []; list = items; Use(list);")]
    [InlineData("int l = 5; l = x; Use(l);")]
    public Task A_value_to_begin_with(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("_a = x; _a = _a + y;")]
    [InlineData("_a = x; Use(_a); _a = y;")]
    [InlineData("_a = x; _b = _a; _a = y;")]
    [InlineData("_a = x; _b = Sum; _a = y;")]
    [InlineData("_a = x; _b = Find(); _a = y;")]
    [InlineData("_a = x; _a = Find();")]
    [InlineData("_a = x; _a += y;")]
    [InlineData("_a = x; _a++; _a = y;")]
    [InlineData("_a = x; if (x > y) _a = y;")]
    [InlineData("_a = x; Use(0); _a = y;")]
    [InlineData("A = x; _b = other.A; A = y;")]
    [InlineData("other.A = x; other = this; other.A = y;")]
    public Task A_read_in_between(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("_a = x; _a = x;")]
    [InlineData("_a = x; _b = y;")]
    [InlineData("A = x; other.A = y;")]
    [InlineData("_a = _b = x; _a = y;")]
    [InlineData("items[0] = x; items[0] = y;")]
    [InlineData("text = reader.ReadLine(); text = reader.ReadLine(); Use(text);")]
    [InlineData("_ = x; _ = y;")]
    public Task Other_assignments(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("_volatile = x; _volatile = y;")]
    [InlineData("Own = x; Own = y;")]
    [InlineData("Virtual = x; Virtual = y;")]
    [InlineData("position.X = x; position.X = y;")]
    [InlineData("notifying.P = x; notifying.P = y;")]
    [InlineData("writer.NewLine = text; writer.NewLine = \"x\";")]
    [InlineData("result = x; result = y;")]
    [InlineData("reference = x; reference = y;")]
    [InlineData("ref var l = ref _a; l = x; l = y;")]
    public Task Targets_that_others_may_see(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("var state = x; try { state = y; state = Find(); } catch { Use(state); }")]
    [InlineData("var l = x; Action f = () => Use(l); l = y; l = Find(); f();")]
    [InlineData("while (x > 0) { _a = x; x--; _a = y; }")]
    [InlineData("for (_a = x; _a < y; _a++) { } _a = y;")]
    public Task Paths_that_read_it(string statements) => Verify.VerifyAsync(Source(statements));

    [Fact]
    public Task Directives_in_between() => Verify.VerifyAsync(Source(
        """
        _a = x;
        #if !DEBUG
        _a = y;
        #endif
        """));

    [Fact]
    public Task Locals_of_which_the_SDK_warns() => Verify.VerifyAsync(
        Source("var l = x; l = y; Use(l); _a = x; [|_a|] = y;"),
        test => test.TestState.AnalyzerConfigFiles.Add(("/.editorconfig", "root = true\n[*.cs]\ndotnet_diagnostic.IDE0059.severity = warning\n")));

    [Fact]
    public Task Thousands_of_assignments() => Verify.VerifyAsync(Source(
        string.Join("\n", Enumerable.Range(0, 2500).Select(n => $"_a = x + {n}; Use(_a);"))));

    private static string Source(string statements) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.ComponentModel;
        using System.IO;

        class Position
        {
            private int _x;
            public int X { get => _x; set { _x = value; Moved?.Invoke(); } }
            public event Action? Moved;
        }

        class Notifying : INotifyPropertyChanged
        {
            public int P { get; set; }
            public event PropertyChangedEventHandler? PropertyChanged;
            void Raise() => PropertyChanged?.Invoke(this, null!);
        }

        class C
        {
            static int s_a;
            int _a, _b;
            string? _text;
            volatile int _volatile;
            public int A { get; set; }
            public virtual int Virtual { get; set; }
            public int Own { get => _a; set { _a = value; Use(value); } }
            int Sum => _a + _b;

            void M(int x, int y, string? text, C other, Position position, Notifying notifying, List<int> items, TextReader reader, TextWriter writer, ref int reference, out int result)
            {
                result = 0;
                {
                    {{statements}}
                }
            }

            int Find() => Environment.TickCount;
            static void Use(object? value) { }
        }
        """;
}
