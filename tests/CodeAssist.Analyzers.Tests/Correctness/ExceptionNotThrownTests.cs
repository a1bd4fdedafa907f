using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.ExceptionNotThrownAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class ExceptionNotThrownTests
{
    private static Task InMethod(string statements, string head = "class C") => Verify.VerifyAsync(
        $$"""
        using System;
        using System.Collections.Generic;

        class FactAttribute : Attribute { }
        class OwnException(string text) : Exception(text);

        {{head}}
        {
            Exception? _last;
            static void Throws(Action action) { }
            static void Report(Exception e) { }
            static Exception Make() => new InvalidOperationException();

            object? M(object? value, List<Exception> errors)
            {
                {{statements}}
                return _last;
            }
        }
        """);

    [Theory]
    [InlineData("""[|new InvalidOperationException("x")|];""")]
    [InlineData("""if (value is null) [|new ArgumentNullException(nameof(value))|];""")]
    [InlineData("""if (value is null) { [|new OwnException("x") { Source = "y" }|]; }""")]
    [InlineData("""switch (value) { case 1: break; default: [|new NotSupportedException()|]; break; }""")]
    [InlineData("""Action a = () => [|new OwnException("x")|]; a();""")]
    [InlineData("""void F() => [|new OwnException("x")|]; F();""")]
    public Task Created_and_dropped(string statements) => InMethod(statements);

    [Fact]
    public Task Members_with_an_expression_body() => Verify.VerifyAsync(
        """
        class C
        {
            void M() => [|new System.TimeoutException()|];
            int P { get => 1; set => [|new System.NotSupportedException()|]; }
        }
        """);

    [Fact]
    public Task The_message_names_the_type() => Verify.VerifyAsync(
        """
        class C
        {
            void M() { {|#0:new System.TimeoutException("x")|}; }
        }
        """,
        Verify.Diagnostic(0, "TimeoutException"));

    [Theory]
    [InlineData("""throw new OwnException("x");""")]
    [InlineData("""value = value ?? throw new OwnException("x");""")]
    [InlineData("""_last = new OwnException("x");""")]
    [InlineData("""var e = new OwnException("x"); Report(e);""")]
    [InlineData("""Report(new OwnException("x"));""")]
    [InlineData("""errors.Add(new OwnException("x"));""")]
    [InlineData("""return new OwnException("x");""")]
    [InlineData("""Func<Exception> f = () => new OwnException("x"); Report(f());""")]
    [InlineData("""_ = new OwnException("x");""")]
    [InlineData("""Make();""")]
    [InlineData("""new OwnException("x").GetBaseException();""")]
    [InlineData("""new List<Exception>();""")]
    public Task Stored_passed_or_returned_is_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("""Throws(() => new OwnException("x"));""")]
    [InlineData("""Throws(() => { new OwnException("x"); });""")]
    public Task Lambdas_that_test_a_constructor_are_silent(string statements) => InMethod(statements);

    [Fact]
    public Task Test_types_are_silent() => InMethod("""new OwnException("x");""", "class OwnExceptionTests");

    [Fact]
    public Task Test_projects_are_silent() => Verify.VerifyAsync(
        """class C { void M() { new System.TimeoutException("x"); } }""",
        test => test.TestState.AnalyzerConfigFiles.Add(("/.globalconfig", "is_global = true\nbuild_property.IsTestProject = true\n")));
}
