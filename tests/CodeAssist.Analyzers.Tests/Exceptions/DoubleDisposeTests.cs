using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Exceptions.DoubleDisposeAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Exceptions;

public class DoubleDisposeTests
{
    private static Task InMethod(string statements, string members = "") => Verify.VerifyAsync(
        $$"""
        using System;
        using System.IO;
        using System.Threading.Tasks;

        class C
        {
            static Stream Open() => new MemoryStream();
            static bool Check() => false;
            static void Replace(ref Stream s) { }
            readonly Stream _fixed = Open();
            Stream _stream = Open();
            Stream _other = Open();

            async Task M(Stream a, Stream b, int n)
            {
                {{statements}}
                await Task.Yield();
                GC.KeepAlive((a, b, n, _fixed, _stream, _other));
            }
            {{members}}
        }
        """);

    [Theory]
    [InlineData("a.Dispose(); b.Dispose(); [|a.Dispose()|];")]
    [InlineData("var s = Open(); s.Dispose(); s.ReadByte(); [|s.Dispose()|];")]
    [InlineData("a?.Dispose(); [|a?.Dispose()|];")]
    [InlineData("((IDisposable)a).Dispose(); [|a.Dispose()|];")]
    [InlineData("await a.DisposeAsync(); await [|a.DisposeAsync()|].ConfigureAwait(false);")]
    [InlineData("a.Dispose(); a.Dispose(); [|a.Dispose()|];")]
    public Task Two_statements(string statements) =>
        InMethod(statements.Replace("a.Dispose(); a.Dispose(); [|", "a.Dispose(); [|a.Dispose()|]; [|"));

    [Fact]
    public Task In_the_try_and_in_its_finally() =>
        InMethod("try { a.ReadByte(); a.Dispose(); } finally { b.Dispose(); [|a.Dispose()|]; }");

    [Fact]
    public Task After_a_try_a_lock_and_a_block() =>
        InMethod("try { a.Dispose(); } catch (IOException) { } [|a.Dispose()|]; lock (this) { b.Dispose(); } { [|b.Dispose()|]; }");

    [Fact]
    public Task Fields_with_nothing_between() =>
        InMethod("_stream.Dispose(); _other.Dispose(); [|_stream.Dispose()|]; _fixed.Dispose(); Check(); [|this._fixed.Dispose()|];");

    [Fact]
    public Task A_using_and_a_call_inside_it() => InMethod(
        """
        using (var s = Open()) { s.ReadByte(); [|s.Dispose()|]; }
        using (a) { if (Check()) [|a.Dispose()|]; }
        using var t = Open();
        if (Check()) { [|t.Dispose()|]; return; }
        """);

    [Fact]
    public Task A_using_and_a_call_after_it() => InMethod(
        """
        using (a) { a.ReadByte(); }
        [|a.Dispose()|];
        using (b) { b.ReadByte(); }
        b = Open();
        b.Dispose();
        if (Check()) { using (_fixed) { } return; }
        _fixed.Dispose();
        """);

    [Fact]
    public Task The_message_names_the_variable_and_the_other_place_is_added() => Verify.VerifyAsync(
        """
        class C
        {
            void M(System.IDisposable d)
            {
                {|#1:d.Dispose()|};
                {|#0:d.Dispose()|};
            }
        }
        """,
        Verify.Diagnostic(0, "d").WithLocation(1));

    [Fact]
    public Task Close_and_then_dispose_is_silent() => InMethod("a.Close(); a.Dispose(); b.Dispose(); b.Close();");

    [Theory]
    [InlineData("if (Check()) a.Dispose(); else a.Dispose();")]
    [InlineData("switch (n) { case 1: a.Dispose(); break; default: a.Dispose(); break; }")]
    [InlineData("if (Check()) { a.Dispose(); return; } a.Dispose();")]
    [InlineData("if (Check()) a.Dispose(); if (!Check()) a.Dispose();")]
    [InlineData("a.Dispose(); if (Check()) a.Dispose();")]
    [InlineData("try { a.Dispose(); } catch { a.Dispose(); throw; }")]
    [InlineData("try { { a.Dispose(); return; } } catch { } a.Dispose();")]
    public Task Different_branches_are_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("for (var i = 0; i < n; i++) { a.Dispose(); a = Open(); } a.Dispose();")]
    [InlineData("while (Check()) { var s = Open(); s.Dispose(); }")]
    [InlineData("foreach (var s in new[] { a, b }) s.Dispose(); a.Dispose();")]
    public Task Loops_that_recreate_are_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("a.Dispose(); a = Open(); a.Dispose();")]
    [InlineData("a.Dispose(); Replace(ref a); a.Dispose();")]
    [InlineData("a.Dispose(); (a, b) = (b, a); a.Dispose();")]
    [InlineData("_stream.Dispose(); Check(); _stream.Dispose();")]
    [InlineData("a.Dispose(); b.Dispose();")]
    public Task Another_object_is_silent(string statements) => InMethod(statements);

    [Fact]
    public Task Captured_variables_and_lambdas_are_silent() =>
        InMethod("a.Dispose(); Action f = () => a = Open(); f(); a.Dispose(); Action g = () => b.Dispose(); b.Dispose(); g();");

    [Fact]
    public Task Idempotent_wrappers_are_silent() => InMethod(
        "var x = new Guarded(); x.Dispose(); x.Dispose(); var y = new Pattern(); y.Dispose(); y.Dispose();",
        """
        sealed class Guarded : IDisposable { bool _gone; public void Dispose() { if (_gone) return; _gone = true; } }
        class Pattern : IDisposable { bool _gone; public void Dispose() { Dispose(true); } protected virtual void Dispose(bool d) { if (_gone) return; _gone = d; } }
        """);

    [Fact]
    public Task A_dispose_that_is_no_disposal_is_silent() => InMethod(
        "var x = new Waste(); x.Dispose(); x.Dispose();",
        "class Waste { public void Dispose() { } }");
}
