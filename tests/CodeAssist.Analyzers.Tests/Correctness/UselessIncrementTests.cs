using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.UselessIncrementAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class UselessIncrementTests
{
    private static Task InMethod(string statements) => Verify.VerifyAsync(
        $$"""
        using System;

        class C(int seed)
        {
            int _next;

            int M(int x, ref int shared, out int result)
            {
                int i = 0;
                result = 0;
                {{statements}}
            }

            int Seed() => seed++;
        }
        """);

    [Theory]
    [InlineData("i = [|i++|]; return i;")]
    [InlineData("i = ([|i--|]); return i;")]
    [InlineData("x = [|x++|]; return x;")]
    [InlineData("return [|i++|];")]
    [InlineData("return ([|x--|]);")]
    [InlineData("for (; i < 9; i = [|i++|]) { } return 1;")]
    [InlineData("try { return [|i++|]; } finally { _next++; }")]
    [InlineData("Func<int, int> f = y => [|y++|]; return f(i);")]
    [InlineData("int F(int y) { return [|y++|]; } return F(i);")]
    public Task The_step_is_lost(string statements) => InMethod(statements);

    [Fact]
    public Task The_message_names_the_variable() => Verify.VerifyAsync(
        """
        class C
        {
            long M(int count) => {|#0:count++|};
        }
        """,
        Verify.Diagnostic(0, "count"));

    [Theory]
    [InlineData("return ++i;")]
    [InlineData("i++; return i;")]
    [InlineData("i = ++i; return i;")]
    [InlineData("x = i++; return x + i;")]
    [InlineData("i = i++ + x; return i;")]
    [InlineData("return Math.Max(i++, i);")]
    public Task Steps_that_count_are_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("return _next++;")]
    [InlineData("_next = _next++; return 1;")]
    [InlineData("return shared++;")]
    [InlineData("return result++;")]
    [InlineData("ref int r = ref _next; return r++;")]
    public Task Fields_and_references_are_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("Func<int> f = () => i++; return f() + f();")]
    [InlineData("Action a = () => Console.Write(i); a(); return i++;")]
    [InlineData("int F() => x++; return F() + F();")]
    [InlineData("try { return i++; } finally { Console.Write(i); }")]
    [InlineData("ref int r = ref i; try { return i++; } finally { Console.Write(r); }")]
    public Task Variables_that_are_seen_afterwards_are_silent(string statements) => InMethod(statements);

    [Fact]
    public Task Iterators_and_operators_of_their_own_are_silent() => Verify.VerifyAsync(
        """
        using System.Collections.Generic;

        class Box
        {
            public static Box operator ++(Box box) => new();
        }

        class C
        {
            IEnumerable<int> M(int i) { while (i < 9) yield return i++; }
            Box N(Box box) => box++;
        }
        """);
}
