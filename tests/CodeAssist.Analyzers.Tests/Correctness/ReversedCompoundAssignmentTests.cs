using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.ReversedCompoundAssignmentAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class ReversedCompoundAssignmentTests
{
    private static Task InMethod(string statements) => Verify.VerifyAsync(
        $$"""
        class C
        {
            int _sum;
            int Total { get; set; }
            int Sink { set { } }

            void M(int x, int y, bool a, bool b, int[] n, out int result)
            {
                {{statements}}
                result = x;
            }
        }
        """);

    [Theory]
    [InlineData("[|x =- y|];")]
    [InlineData("[|x =+ y|];")]
    [InlineData("[|a =! b|];")]
    [InlineData("[|_sum =+ 1|];")]
    [InlineData("[|Total =- y|];")]
    [InlineData("[|n[0] =+ y|];")]
    [InlineData("if ([|a =! b|]) y = 1;")]
    [InlineData("for (int i = 9; i > 0; [|i =- 1|]) { }")]
    [InlineData("result = 1; [|result =- 2|];")]
    public Task The_sign_stands_at_the_equals_and_apart_from_its_operand(string statements) => InMethod(statements);

    [Fact]
    public Task The_message_names_both_operators() => Verify.VerifyAsync(
        """
        class C
        {
            void M(int x, int y) { {|#0:x =- y|}; }
        }
        """,
        Verify.Diagnostic(0, "=-", "-="));

    [Theory]
    [InlineData("x = -y;")]
    [InlineData("x =-y;")]
    [InlineData("x=-1;")]
    [InlineData("x = - y;")]
    [InlineData("x =-\n1;")]
    [InlineData("x =\n- 1;")]
    [InlineData("x =- \n1;")]
    [InlineData("a = !b;")]
    [InlineData("a =!b;")]
    [InlineData("x -= y;")]
    [InlineData("x =~ y;")]
    [InlineData("x =- y + x;")]
    public Task Signs_of_the_operand_are_silent(string statements) => InMethod(statements);

    [Theory]
    [InlineData("int z =- 1; x = z;")]
    [InlineData("int z; z =- 1; x = z;")]
    [InlineData("result =- 1;")]
    [InlineData("_ =- y;")]
    [InlineData("Sink =- y;")]
    [InlineData("var c = new C { Total =- 1 };")]
    public Task Where_nothing_could_be_read_it_is_silent(string statements) => InMethod(statements);

    [Fact]
    public Task Types_with_operators_of_their_own() => Verify.VerifyAsync(
        """
        class C
        {
            System.TimeSpan _left;

            void M(System.TimeSpan used) { [|_left =- used|]; _left = -used; }
        }
        """);
}
