using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.LoopRunsAtMostOnceAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class LoopRunsAtMostOnceTests
{
    private static string Method(string statements) =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Threading.Tasks;

        class C
        {
            void Use(object value) { }
            bool Test(int value) => value > 0;

            int M(int n, List<int> list, IDisposable resource)
            {
                {{statements}}
                return 0;
            }
        }
        """;

    [Theory]
    [InlineData("foreach (var x in list) { if (Test(x)) return 1; else [|return 2;|] }")]
    [InlineData("foreach (var x in list) { Use(x); [|break;|] }")]
    [InlineData("for (int i = 0; i < n; i++) { Use(i); [|break;|] }")]
    [InlineData("for (int i = 0; i < n; i++) { if (Test(i)) { return i; } [|return -1;|] }")]
    [InlineData("while (n > 0) { Use(n); [|return n;|] }")]
    [InlineData("do { Use(n); [|break;|] } while (n > 0);")]
    [InlineData("while (true) { Use(n); [|break;|] }")]
    [InlineData("foreach (var x in list) { Use(x); [|return x;|] }")]
    public Task Every_path_leaves(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("while (n > 0) { using (resource) { [|return n;|] } }")]
    [InlineData("while (n > 0) { lock (list) { n--; [|break;|] } }")]
    [InlineData("while (n > 0) { try { [|return n;|] } finally { Use(n); } }")]
    [InlineData("while (n > 0) { if (n > 1) throw new Exception(); else [|return n;|] }")]
    [InlineData("while (n > 0) { foreach (var x in list) { if (Test(x)) continue; Use(x); } [|break;|] }")]
    [InlineData("while (n > 0) { Action a = () => { while (Test(n)) continue; }; a(); [|break;|] }")]
    public Task Behind_other_statements(string statements) => Verify.VerifyAsync(Method(statements));

    [Fact]
    public Task The_message_names_the_loop() => Verify.VerifyAsync(
        Method("{|#1:foreach|} (var x in list) { Use(x); {|#0:break;|} }"),
        Verify.Diagnostic(0, "foreach").WithLocation(1));

    [Fact]
    public Task Of_a_return_on_several_lines_the_keyword_is_flagged() => Verify.VerifyAsync(Method("while (n > 0)\n{\n    Use(n);\n    [|return|] n\n        + 1;\n}"));

    [Theory]
    [InlineData("foreach (var x in list) { if (Test(x)) continue; return x; }")]
    [InlineData("while (n > 0) { if (n-- > 5) continue; break; }")]
    [InlineData("while (n > 0) { switch (n) { case 1: continue; } break; }")]
    [InlineData("again: while (n > 0) { if (Test(n)) goto again; return n; }")]
    public Task A_way_round_is_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("while (true) { try { Use(n); break; } catch (Exception) { n--; } }")]
    [InlineData("while (true) { try { return n; } catch (Exception) when (n > 0) { Use(n); } }")]
    [InlineData("for (int i = 0; i < 3; i++) { try { Use(i); } catch (Exception) { continue; } break; }")]
    [InlineData("while (n > 0) { try { Use(n); } catch { } return n; }")]
    public Task Trying_again_is_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("while (true) { switch (n) { case 1: return 1; default: return 2; } }")]
    [InlineData("while (true) { if (n == 1) break; if (n == 2) { Use(n); break; } Use(list); break; }")]
    [InlineData("do { if (n == 1) break; Use(n); } while (false);")]
    public Task Blocks_to_break_out_of_are_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("foreach (var x in list) return x;")]
    [InlineData("foreach (var x in list) { return x; }")]
    [InlineData("foreach (var x in list) { var y = x + 1; return y; }")]
    [InlineData("int first = 0; foreach (var x in list) { first = x; break; } Use(first);")]
    [InlineData("int first = 0; foreach (var x in list) { var y = x + 1; first = y; break; } Use(first);")]
    [InlineData("foreach (var x in list) throw new Exception(x.ToString());")]
    public Task The_first_element_is_meant(string statements) => Verify.VerifyAsync(Method(statements));

    [Fact]
    public Task Iterators_and_lambdas_are_silent() => Verify.VerifyAsync(
        """
        using System;
        using System.Collections.Generic;

        class C
        {
            IEnumerable<int> M(List<int> list)
            {
                foreach (var x in list)
                {
                    yield return x;
                    break;
                }

                foreach (var x in list)
                {
                    Func<int> f = () => { return x; };
                    f();
                }
            }
        }
        """);

    [Theory]
    [InlineData("foreach (var x in list) { if (Test(x)) return x; break; // only the first counts\n }")]
    [InlineData("while (n > 0) { Use(n); return 1; /* goes on elsewhere */ }")]
    public Task A_comment_behind_the_end_is_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("foreach (var x in list) { if (Test(x)) return x; }")]
    [InlineData("foreach (var x in list) { if (Test(x)) break; else Use(x); }")]
    [InlineData("while (n > 0) { if (Test(n)) { Use(n); return 1; } n--; }")]
    [InlineData("while (n > 0) { }")]
    [InlineData("while (n > 0)\n{\n    n--;\n#if ONCE\n    Use(n);\n#endif\n    break;\n}")]
    public Task Loops_that_go_on_are_silent(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("while (n > 0) { Use(n); [|throw new Exception();|] }")]
    [InlineData("for (int i = 0; i < n; i++) { Use(i); [|throw new Exception();|] }")]
    [InlineData("do { Use(n); [|throw new Exception();|] } while (n > 0);")]
    public Task A_loop_that_throws(string statements) => Verify.VerifyAsync(Method(statements));

    [Theory]
    [InlineData("foreach (var x in list) throw new Exception();")]
    [InlineData("while (true) { Use(n); throw new Exception(); }")]
    [InlineData("foreach (var x in list) { n = x; return 1; }")]
    [InlineData("foreach (var x in list) { break; }")]
    [InlineData("// not really a loop: the first one counts\nforeach (var x in list) { Use(x); break; }")]
    public Task What_no_if_could_say_is_silent(string statements) => Verify.VerifyAsync(Method(statements));
}
