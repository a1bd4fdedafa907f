using Microsoft.CodeAnalysis;
using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Exceptions.FinallyOrDisposeThrowsAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Exceptions;

public class FinallyOrDisposeThrowsTests
{
    private static Task InFinally(string statements, string work = "Work();") => Verify.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.IO;

        class C
        {
            static void Work() { }
            static bool Check() => false;
            bool _open;

            object? M(string name, object? value)
            {
                var done = false;
                Exception? error = null;
                try { {{work}} }
                finally { {{statements}} }
                return (done, error, value, _open);
            }
        }
        """);

    private static Task InType(string type) => Verify.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Threading.Tasks;

        {{type}}
        """);

    [Fact]
    public Task A_throw_in_finally() => InFinally("""[|throw new InvalidOperationException("x");|]""");

    [Fact]
    public Task A_throw_under_a_condition_in_finally() => InFinally("""if (Check()) { [|throw new IOException("x");|] }""");

    [Fact]
    public Task A_throw_expression_in_finally() => InFinally("""value = value ?? [|throw new IOException("x")|];""");

    [Fact]
    public Task A_nested_try_that_catches_something_else() =>
        InFinally("""try { [|throw new IOException("x");|] } catch (FormatException) { }""");

    [Fact]
    public Task A_nested_catch_that_makes_a_failure_of_its_own() =>
        InFinally("""try { Work(); } catch (IOException) { [|throw new InvalidOperationException("x");|] }""");

    [Fact]
    public Task A_finally_in_a_finally_is_reported_once() =>
        InFinally("""try { Work(); } finally { [|throw new IOException("x");|] }""");

    [Fact]
    public Task A_throw_over_several_lines_is_shown_on_its_first() => InFinally(
        """
        [|throw new InvalidOperationException|](
                    "x");
        """);

    [Fact]
    public Task Every_disposer() => InType(
        """
        class A : IDisposable { public void Dispose() => [|throw new InvalidOperationException()|]; }
        class B : IDisposable { void IDisposable.Dispose() { [|throw new NotImplementedException();|] } }
        class C : IAsyncDisposable { bool _gone; public async ValueTask DisposeAsync() { await Task.Yield(); if (_gone) [|throw new ObjectDisposedException("x");|] _gone = true; } }
        class D : IDisposable
        {
            public void Dispose() => Dispose(true);
            protected virtual void Dispose(bool disposing) { if (!disposing) [|throw new InvalidOperationException("forgotten");|] }
            ~D() { [|throw new InvalidOperationException("forgotten");|] }
        }
        class E : D { protected override void Dispose(bool disposing) { [|throw new TimeoutException();|] } }
        ref struct F { public void Dispose() { [|throw new TimeoutException();|] } }
        """);

    [Fact]
    public Task A_finally_in_a_disposer_is_reported_once() => InType(
        """class A : IDisposable { public void Dispose() { try { } finally { [|throw new TimeoutException();|] } } }""");

    [Fact]
    public Task The_message_names_the_place() => Verify.VerifyAsync(
        """
        using System;
        class A : IDisposable
        {
            void IDisposable.Dispose() { {|#0:throw new TimeoutException();|} }
            ~A() { {|#1:throw new TimeoutException();|} }
            void M() { try { } finally { {|#2:throw new TimeoutException();|} } }
        }
        """,
        Verify.Diagnostic(0, "Dispose"),
        Verify.Diagnostic(1, "~A"),
        Verify.Diagnostic(2, "finally"));

    [Theory]
    [InlineData("""try { throw new IOException("x"); } catch { }""")]
    [InlineData("""try { throw new FileNotFoundException("x"); } catch (IOException) { Work(); }""")]
    [InlineData("""try { try { throw new IOException("x"); } catch (FormatException) { } } catch (Exception) { }""")]
    public Task A_throw_guarded_by_a_nested_try_is_silent(string statements) => InFinally(statements);

    [Theory]
    [InlineData("try { Work(); } catch { Work(); throw; }")]
    [InlineData("try { Work(); } catch (IOException ex) { throw new InvalidOperationException(\"x\", ex); }")]
    [InlineData("try { Work(); } catch (IOException ex) { Work(); throw ex; }")]
    public Task A_guarded_rethrow_is_silent(string statements) => InFinally(statements);

    [Fact]
    public Task A_finally_that_knows_how_the_try_ended_is_silent() =>
        InFinally("""if (done && Check()) throw new IOException("x"); if (!_open) { throw new IOException("y"); }""", "Work(); done = true; _open = true;");

    [Fact]
    public Task A_kept_exception_that_is_thrown_is_silent() =>
        InFinally("""if (error != null) throw error; var errors = new List<Exception>(); throw new AggregateException(errors);""");

    [Fact]
    public Task Lambdas_and_local_functions_in_finally_are_silent() =>
        InFinally("""Action a = () => throw new IOException(); void F() => throw new IOException(); value = (Action)F ?? a;""");

    [Fact]
    public Task A_throw_beside_finally_is_silent() =>
        InFinally("Work();", "throw new IOException();");

    [Fact]
    public Task A_disposer_that_is_not_supported_is_silent() => InType(
        """
        class A : IDisposable { public void Dispose() => throw new NotSupportedException(); }
        class B : IDisposable { public void Dispose() { throw new PlatformNotSupportedException("x"); } }
        """);

    [Fact]
    public Task A_disposer_that_collects_failures_is_silent() => InType(
        """
        class A(List<IDisposable> parts) : IDisposable
        {
            public void Dispose()
            {
                List<Exception>? errors = null;
                foreach (var part in parts)
                {
                    try { part.Dispose(); } catch (Exception ex) { (errors ??= []).Add(ex); }
                }
                if (errors is { Count: > 0 }) throw new AggregateException(errors);
            }
        }
        """);

    [Fact]
    public Task Methods_that_only_look_like_disposers_are_silent() => InType(
        """
        class A { public void Dispose() => throw new TimeoutException(); }
        class B : IDisposable { public void Dispose() { } public void Dispose(string why) => throw new TimeoutException(why); public static void Dispose(int n) => throw new TimeoutException(); }
        class C : IDisposable { public void Dispose() { } void Close() => throw new TimeoutException(); }
        """);

    [Fact]
    public Task Doubles_in_tests_are_silent() => Verify.VerifyAsync(
        """class A : System.IDisposable { public void Dispose() => throw new System.TimeoutException(); }""",
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));
}
