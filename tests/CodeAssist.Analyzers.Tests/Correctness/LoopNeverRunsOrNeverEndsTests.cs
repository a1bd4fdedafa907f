using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.LoopNeverRunsOrNeverEndsAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class LoopNeverRunsOrNeverEndsTests
{
    private static string Method(string body) =>
        $$"""
        using System;
        using System.Collections.Generic;

        class C
        {
            private const int Max = 0;
            private int _n;
            void Do(int i) { }
            void Change(ref int i) { }

            void M(int n, int[] a, List<int> list, bool flag, double d)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("for (int i = 10; [|i < 0|]; i--) Do(i);")]
    [InlineData("for (int i = 0; [|i > 10|]; i++) Do(i);")]
    [InlineData("for (int i = 0; [|i == 10|]; i++) Do(i);")]
    [InlineData("for (int i = 0; [|10 <= i|]; i++) Do(i);")]
    [InlineData("int i; for (i = 0; [|i > 10|]; i++) Do(i);")]
    [InlineData("for (int i = a.Length; [|i < a.Length|]; i++) Do(i);")]
    [InlineData("for (int i = n; flag && [|i > n|]; i--) Do(i);")]
    [InlineData("for (uint i = 10; [|i < 5|]; i++) Do(n);")]
    public Task Conditions_that_are_false_at_once(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("for (int i = 0; i < n; [|i--|]) Do(i);")]
    [InlineData("for (int i = 0; i < a.Length; [|--i|]) a[i] = 0;")]
    [InlineData("for (int i = a.Length - 1; i >= 0; [|i++|]) a[i] = 0;")]
    [InlineData("for (int i = 10; i > 0; [|i += 2|]) Do(i);")]
    [InlineData("for (int i = 0; i < list.Count; [|i -= 1|]) Do(list[i]);")]
    [InlineData("for (int i = 0; n > i; [|i = i - 1|]) Do(i);")]
    [InlineData("for (int i = 0, j = n; i <= 10; j++, [|i--|]) Do(j);")]
    public Task Steps_that_lead_away(string body) => Verify.VerifyAsync(Method(body));

    [Fact]
    public Task The_message_names_the_condition_and_what_contradicts_it() => Verify.VerifyAsync(
        Method("for (int i = {|#1:10|}; {|#0:i < 0|}; i--) Do(i); for (int i = 0; {|#3:i < n|}; {|#2:i--|}) Do(i);"),
        Verify.Diagnostic(0, "i < 0", "10").WithLocation(1),
        Verify.Diagnostic(2, "i < n", "i--").WithLocation(3));

    [Theory]
    [InlineData("for (uint i = 9; i < 10; i--) Do(n);")]
    [InlineData("for (byte i = 9; i < n; i--) Do(n);")]
    [InlineData("for (int i = 1; i > 0; i++) Do(i);")]
    [InlineData("for (int i = 0; i >= 0; i++) Do(i);")]
    [InlineData("unchecked { for (int i = 5; i > 0; i++) Do(i); }")]
    public Task Overflow_on_purpose_is_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("for (double i = 0; i < 1; i--) Do(n);")]
    [InlineData("for (double i = 1; i < 0; i++) Do(n);")]
    [InlineData("for (float i = 0; i < d; i -= 1) Do(n);")]
    public Task Float_loops_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("for (int i = 0; i < n; i--) n -= 2;")]
    [InlineData("for (int i = 0; i < n; i--) i += 2;")]
    [InlineData("for (int i = 0; i < n; i--) Change(ref i);")]
    [InlineData("for (int i = 0; i < n; i--) Change(ref n);")]
    [InlineData("for (int i = 0; i < list.Count; i--) list.RemoveAt(0);")]
    [InlineData("for (int i = 0; i < _n; i--) Do(i);")]
    [InlineData("for (int i = 0; i < _n; i--) _n--;")]
    [InlineData("for (int i = 0; i < n; i--) { Action f = () => n = 0; f(); }")]
    [InlineData("for (int i = 0; i < --n; i--) Do(i);")]
    public Task A_bound_that_changes_is_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) Do(i);")]
    [InlineData("for (int i = n - 1; i >= 0; i--) Do(i);")]
    [InlineData("for (int i = n; i >= 0 && i < a.Length; i--) Do(i);")]
    [InlineData("for (int i = n; i <= n; i++) Do(i);")]
    [InlineData("for (int i = 0; i < Max; i++) Do(i);")]
    [InlineData("for (int i = 0; i != n; i--) Do(i);")]
    [InlineData("for (int i = 0; i < n; n--) Do(i);")]
    [InlineData("for (int i = 1; i < n; i <<= 1) Do(i);")]
    [InlineData("for (int i = 0; i < n; i += n) Do(i);")]
    [InlineData("for (int i = n; i < list.Count; i++) Do(i);")]
    [InlineData("for (;;) break;")]
    public Task Other_loops_are_silent(string body) => Verify.VerifyAsync(Method(body));
}
