using CodeAssist.Analyzers.Correctness;
using Verify = CodeAssist.Analyzers.Tests.RuleVerifier<CodeAssist.Analyzers.Correctness.IdenticalOperandsAnalyzer>;

namespace CodeAssist.Analyzers.Tests.Correctness;

public class IdenticalOperandsTests
{
    [Fact]
    public Task Comparison_with_itself() => Verify.VerifyAsync(
        """
        class C
        {
            bool M(string a, string b) => [|a.Length == a.Length|];
        }
        """);
}
