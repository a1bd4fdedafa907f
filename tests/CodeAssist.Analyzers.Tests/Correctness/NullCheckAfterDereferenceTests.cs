using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.NullCheckAfterDereferenceAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class NullCheckAfterDereferenceTests
{
    [Theory]
    [InlineData("a.Foo(); if ([|a != null|]) a.Foo();")]
    [InlineData("a.Foo(); if ([|a == null|]) return;")]
    [InlineData("a.Foo(); if ([|null == a|]) return;")]
    [InlineData("a.Foo(); if ([|a is null|]) return;")]
    [InlineData("a.Foo(); if ([|a is not null|]) return;")]
    [InlineData("a.Foo(); if ([|a is { }|]) return;")]
    [InlineData("a.Foo(); if ([|ReferenceEquals(a, null)|]) return;")]
    [InlineData("var n = a.Next; if (on && [|a != null|]) n.Foo();")]
    [InlineData("if (a.On && [|a != null|]) on = false;")]
    [InlineData("if (a.Next.On || [|a == null|]) on = false;")]
    [InlineData("if (a.On) { Use(a); } else if ([|a == null|]) { on = true; }")]
    [InlineData("if (a.On) { on = [|a != null|]; }")]
    [InlineData("on = a.On ? [|a == null|] : true;")]
    [InlineData("if (on) a.Foo(); else a.Next = null; if ([|a != null|]) on = false;")]
    [InlineData("foreach (var x in list) Use(x); if ([|list != null|]) on = true;")]
    [InlineData("var first = array[0]; if ([|array == null|]) return;")]
    [InlineData("handler(); if ([|handler != null|]) handler();")]
    [InlineData("var length = text.Length; if ([|text == null|]) return;")]
    [InlineData("while (a.On) { Use(a); } if ([|a == null|]) return;")]
    [InlineData("using (var r = a.Open()) { if ([|a != null|]) on = true; }")]
    [InlineData("try { a.Foo(); if ([|a != null|]) on = true; } catch { }")]
    public Task The_comparison_is_late(string statements) => Verify.VerifyAsync(Source(statements));

    [Fact]
    public Task In_lambdas_and_local_functions() => Verify.VerifyAsync(Source(
        """
        Action<A> f = x => { x.Foo(); if ([|x != null|]) x.Foo(); };
        void Local(A y) { y.Foo(); on = [|y == null|]; }
        Local(a);
        f(a);
        """));

    [Fact]
    public Task Records_and_class_constraints() => Verify.VerifyAsync(
        """
        record R(int N);
        class C
        {
            bool M(R r) => r.N > 0 && [|r != null|];
            bool N<T>(T t) where T : class => t.ToString() == "" || [|t == null|];
        }
        """);

    [Fact]
    public Task A_test_of_the_type_is_silent() => Verify.VerifyAsync(
        """
        class C
        {
            bool M(object value) => value.ToString() == "" || value as string == null || (value as C) is null;
            bool N(object value) => value.ToString() == "" || [|(object)value == null|];
        }
        """);

    [Fact]
    public Task The_message_names_the_variable_and_the_dereference() => Verify.VerifyAsync(
        """
        class C
        {
            int M(string text)
            {
                var n = {|#1:text.Length|};
                if ({|#0:text == null|})
                    return 0;
                return n;
            }
        }
        """,
        Verify.Diagnostic(0, "text", "text.Length").WithLocation(1));

    [Theory]
    [InlineData("a.Foo(); a = a.Next; if (a != null) a.Foo();")]
    [InlineData("a.Foo(); Set(ref a); if (a != null) a.Foo();")]
    [InlineData("a.Foo(); Get(out a); if (a != null) a.Foo();")]
    [InlineData("a.Foo(); (a, on) = (null, true); if (a != null) a.Foo();")]
    [InlineData("a.Foo(); a = on ? a.Next : null; if (a != null) a.Foo();")]
    [InlineData("while (a != null) { a.Foo(); a = a.Next; }")]
    [InlineData("for (var n = a; n != null; n = n.Next) n.Foo();")]
    [InlineData("do { a.Foo(); a = a.Next; } while (a != null);")]
    [InlineData("foreach (var x in list) { if (x == null) continue; x.Foo(); }")]
    [InlineData("void Local() => a = null; a.Foo(); Local(); if (a != null) a.Foo();")]
    [InlineData("ref var r = ref a; a.Foo(); r = null; if (a != null) a.Foo();")]
    [InlineData("a.Foo(); try { } finally { a = null; } if (a != null) a.Foo();")]
    public Task An_assignment_stands_in_between(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("if (a == null) return; a.Foo();")]
    [InlineData("if (on) a.Foo(); if (a != null) on = false;")]
    [InlineData("if (on) { a.Foo(); return; } if (a != null) on = false;")]
    [InlineData("switch (a) { case null: return; default: a.Foo(); break; }")]
    [InlineData("if (a != null && a.On) a.Foo(); if (a == null) return;")]
    [InlineData("if (on || a.On) on = a == null;")]
    [InlineData("try { a.Foo(); } catch { if (a == null) on = true; }")]
    [InlineData("try { a.Foo(); } catch { } if (a == null) on = true;")]
    [InlineData("try { a.Foo(); } finally { if (a != null) on = true; }")]
    [InlineData("foreach (var x in list) { if (on) a.Foo(); else on = a == null; }")]
    [InlineData("while (on) { if (a == null) return; a.Foo(); }")]
    public Task A_path_reaches_the_comparison_without_it(string statements) => Verify.VerifyAsync(Source(statements));

    [Theory]
    [InlineData("a?.Foo(); if (a != null) a.Foo();")]
    [InlineData("var n = a?.Next ?? a; if (a == null) return;")]
    [InlineData("Use(a); if (a == null) return;")]
    [InlineData("a.Extend(); if (a == null) return;")]
    [InlineData("var name = nameof(a.Next); if (a == null) return;")]
    [InlineData("a.Foo(); var n = a?.Next;")]
    [InlineData("a.Foo(); var n = a ?? new A();")]
    [InlineData("a.Foo(); System.Diagnostics.Debug.Assert(a != null);")]
    [InlineData("System.Diagnostics.Debug.WriteLine(a.On); if (a == null) return;")]
    [InlineData("Func<bool> f = () => a.On; if (a == null) return;")]
    [InlineData("a.Foo(); if (a is B) return;")]
    [InlineData("var v = nullable.Value; if (nullable != null) on = true;")]
    public Task It_is_no_dereference_or_no_comparison_with_null(string statements) => Verify.VerifyAsync(Source(statements));

    [Fact]
    public Task Overloaded_operators_and_open_type_parameters_are_silent() => Verify.VerifyAsync(
        """
        #nullable disable
        #pragma warning disable CS0660, CS0661
        class Alive
        {
            public bool Dead;
            public static bool operator ==(Alive a, Alive b) => a is null || a.Dead;
            public static bool operator !=(Alive a, Alive b) => !(a == b);
        }
        class C
        {
            bool M(Alive a) { a.Dead = true; return a == null; }
            bool N<T>(T t) => t.ToString() == "" || t == null;
        }
        """);

    [Fact]
    public async Task A_long_body_with_deep_nesting_is_followed()
    {
        var nested = string.Concat(Enumerable.Repeat("if (on) { a.Foo(); ", 100)) + new string('}', 100);
        await Verify.VerifyAsync(Source(nested + " if (a == null) return; a.Foo(); on = [|a != null|];"));
    }

    private static string Source(string statements) =>
        $$"""
        #nullable disable
        using System;
        using System.Collections.Generic;

        class A
        {
            public bool On;
            public A Next;
            public void Foo() { }
            public IDisposable Open() => null;
        }

        class B : A { }

        static class Extensions
        {
            public static void Extend(this A a) { }
        }

        class C
        {
            void M(A a, bool on, List<A> list, A[] array, string text, int? nullable, Action handler)
            {
                {{statements}}
            }

            static void Use(A a) { }
            static void Set(ref A a) => a = null;
            static void Get(out A a) => a = null;
        }
        """;
}
