using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.StaticInitializerOrderAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class StaticInitializerOrderTests
{
    private static string Type(string members, string kind = "class") =>
        $$"""
        using System;
        using System.Collections.Generic;
        using System.Linq;

        {{kind}} C
        {
            static int F(int x) => x;
            {{members}}
        }
        """;

    [Theory]
    [InlineData("static int A = [|B|] + 1; static int B = 2;")]
    [InlineData("static readonly int A = F([|B|]); static readonly int B = F(2);")]
    [InlineData("static readonly int A = [|C.B|]; static readonly int B = 2;")]
    [InlineData("static readonly string[] All = [[|One|], [|Two|]]; const string Zero = \"\"; static readonly string One = \"1\"; static readonly string Two = \"2\";")]
    [InlineData("static int A = [|B|], B = 2;")]
    [InlineData("static int A { get; } = [|B|]; static int B { get; } = 2;")]
    [InlineData("static readonly int Count = [|Names|].Length; static readonly string[] Names = { \"a\" };")]
    [InlineData("static readonly bool Has = [|Names|].Any(name => name == Last); static readonly string[] Names = { \"a\" }; static readonly string Last = \"z\";")]
    [InlineData("static readonly object A = [|B|] ?? new object(); static readonly object B = new();")]
    public Task A_field_further_down_is_read(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("struct")]
    [InlineData("interface")]
    [InlineData("record")]
    [InlineData("static class")]
    public Task Of_every_kind_of_type(string kind) => Verify.VerifyAsync(Type("static int A = [|B|]; static int B = 2;", kind));

    [Fact]
    public Task The_message_names_both_fields() => Verify.VerifyAsync(
        Type("static int Total = {|#0:Each|} * 10; static int {|#1:Each = 5|};"),
        Verify.Diagnostic(0, "Total", "Each").WithLocation(1));

    [Fact]
    public Task Each_field_is_reported_once_for_an_initialiser() => Verify.VerifyAsync(Type("static int A = [|B|] + B; static int B = 2;"));

    [Theory]
    [InlineData("static int A = B; const int B = 2;")]
    [InlineData("static readonly Lazy<int> A = new(() => B); static readonly int B = 2;")]
    [InlineData("static readonly Func<int> A = () => B; static readonly int B = 2;")]
    [InlineData("static readonly string A = nameof(B); static readonly int B = 2;")]
    [InlineData("static readonly Func<int> A = delegate { return B; }; static readonly int B = 2;")]
    public Task Constants_lazies_and_lambdas_are_silent(string members) => Verify.VerifyAsync(Type(members));

    [Theory]
    [InlineData("static int B = 2; static int A = B;")]
    [InlineData("static int A = B; static int B;")]
    [InlineData("static int A = B; static int B = 0;")]
    [InlineData("static string? A = B; static string B = null!;")]
    [InlineData("static int A => B; static int B = 2;")]
    [InlineData("int A = B; static int B = 2;")]
    [InlineData("static int A = B = 3; static int B = 2;")]
    [InlineData("static int A = B; static int B => 2;")]
    [InlineData("static int A = B; static int B = 2; static C() { A = B; }")]
    [InlineData("static int G(ref int x) => x; static int A = G(ref B); static int B = 2;")]
    [InlineData("static int A = Other.B; static class Other { public static int B = 2; }")]
    public Task What_has_its_value_or_none_is_silent(string members) => Verify.VerifyAsync(Type(members));

    [Fact]
    public Task Another_part_of_the_type_is_silent() => Verify.VerifyAsync(
        """
        partial class C
        {
            static int A = B;
        }

        partial class C
        {
            static int B = 2;
        }
        """);

    [Fact]
    public Task Another_construction_of_a_generic_type_is_silent() => Verify.VerifyAsync(
        """
        class C<T>
        {
            static int A = C<string>.B;
            static int D = [|B|];
            static int B = 2;
        }
        """);
}
