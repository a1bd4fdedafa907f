using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.LoopIncrementsWrongVariableAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class LoopIncrementsWrongVariableTests
{
    private static string Method(string body) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;

        class C
        {
            private int _n;
            void Do(int i) { }
            void Change(ref int i) { }

            void M(int n, int k, int[] a, int[] b, List<int> list, TextReader reader)
            {
                {{body}}
            }
        }
        """;

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; j < n; [|i++|]) Do(a[i] + b[j]);")]
    [InlineData("for (int i = 0; i < a.Length; i++) { for (int j = 0; j < b.Length; [|i++|]) { a[i] += b[j]; } }")]
    [InlineData("for (int j = n; j >= 0; [|k--|]) Do(j);")]
    [InlineData("int j; for (j = 0; j < 10; [|k += 2|]) Do(j);")]
    [InlineData("for (int j = 0; j < list.Count; [|++k|]) Do(list[j]);")]
    [InlineData("for (int j = 0; n > j; [|k++|]) { if (a[j] == 0) break; }")]
    public Task Another_variable_is_stepped(string body) => Verify.VerifyAsync(Method(body));

    [Fact]
    public Task The_message_names_both_variables() => Verify.VerifyAsync(
        Method("for (int j = 0; {|#1:j < n|}; {|#0:k++|}) Do(j);"),
        Verify.Diagnostic(0, "k", "j").WithLocation(1));

    [Theory]
    [InlineData("for (int j = 0; j < n; k++) j += 2;")]
    [InlineData("for (int j = 0; j < n; k++) Change(ref j);")]
    [InlineData("for (int j = 0; j < n; k++) n--;")]
    [InlineData("for (int j = 0; j++ < n; k++) Do(j);")]
    [InlineData("for (int j = 0; j < n; k++, j++) Do(j);")]
    [InlineData("for (int j = 0; (j = reader.Read()) >= 0; k++) Do(j);")]
    [InlineData("for (int j = 0; j < _n; k++) Do(j);")]
    [InlineData("for (int j = 0; j < list.Count; k++) list.RemoveAt(0);")]
    [InlineData("for (int j = 0; j < n && reader.Read() > 0; k++) Do(j);")]
    [InlineData("for (int j = 0; j < n; k++) { Action f = () => j++; f(); }")]
    public Task A_condition_that_changes_is_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("for (int i = 0, j = n; i < j; j--) Do(i);")]
    [InlineData("for (int i = 0, j = n; i < j; i++, j--) Do(i);")]
    [InlineData("for (int i = 0, j = 0; i < n; i++, j += 2) Do(j);")]
    public Task Two_pointer_loops_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) Do(i);")]
    [InlineData("for (int i = 0; k < n; i++) k = reader.Read();")]
    [InlineData("for (int i = 0; ; i++) { if (i > n) break; }")]
    [InlineData("for (var line = reader.ReadLine(); line != null; line = reader.ReadLine()) k++;")]
    [InlineData("for (int j = 0; j < n; j = k) k++;")]
    [InlineData("for (int j = 0; j < n; Do(j)) break;")]
    public Task Other_loops_are_silent(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; [|i|] < n; j++) Do(j);")]
    [InlineData("for (int i = 0; i < n; i++) { for (int j = 0; n > [|i|]; j++) { Do(j); } }")]
    [InlineData("for (long i = 0; i < n; i += 2) for (long j = 0; j < n; [|i += 2|]) Do((int)j);")]
    public Task An_inner_loop_that_tests_or_steps_the_outer_counter(string body) => Verify.VerifyAsync(Method(body));

    [Theory]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; i < n; j++) i = j + 1;")]
    [InlineData("for (int i = 0; i < n; i++) for (int j = 0; i + j < n; j++) Do(j);")]
    [InlineData("for (int i = 0; k < n; i++) Do(i);")]
    public Task Inner_loops_that_come_to_an_end_are_silent(string body) => Verify.VerifyAsync(Method(body));
}
