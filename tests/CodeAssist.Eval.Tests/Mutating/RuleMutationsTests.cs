using CodeAssist.Eval.Execution;
using CodeAssist.Eval.Mutating;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace CodeAssist.Eval.Tests.Mutating;

/// <summary>Each operator writes the bug that its rule was made for.</summary>
public class RuleMutationsTests
{
    private static readonly ProgramCompiler Compiler = new();

    [Theory]
    [InlineData("identical-operands", "bool M(Sample other) => _one == other._one;", "_one == _one")]
    [InlineData("non-short-circuit", "bool M(string s) => s != null && s.Length > 0;", "s != null & s.Length > 0")]
    [InlineData("odd-check", "bool M(int n) => n % 2 != 0;", "n % 2 == 1")]
    [InlineData("integer-division", "double M(int a, int b) => (double)a / b;", "=> a / b")]
    [InlineData("wrong-field", "int P => _one;", "=> _two")]
    [InlineData("infinite-recursion", "int P => _one;", "P => P")]
    [InlineData("time-component", "double M(TimeSpan t) => t.TotalSeconds;", "t.Seconds")]
    [InlineData("swallowed-exception", "void M() { try { N(); } catch (IOException) { throw; } }", "catch (IOException) { }")]
    [InlineData("exception-not-thrown", "void M(int n) { if (n < 0) throw new ArgumentException(); }", "if (n < 0) new ArgumentException();")]
    [InlineData("dropped-dispose", "void M() { using (var s = new MemoryStream()) { N(); } }", "{ { var s = new MemoryStream(); { N(); } } }")]
    [InlineData("repeated-condition", "void M(int n) { if (n < 0) N(); else if (n > 9) O(); }", "else if (n < 0) O();")]
    [InlineData("identical-branches", "void M(int n) { if (n < 0) N(); else O(); }", "else N();")]
    [InlineData("identical-branches", "int M(bool b) => b ? _one : _two;", "b ? _one : _one")]
    [InlineData("reversed-assignment", "void M(int n) { _one += n; }", "_one =+ n")]
    [InlineData("self-assignment", "void M(int one) { _one = one; }", "_one = _one")]
    [InlineData("ignored-result", "void M(string s) { s = s.Trim(); O(); }", "{ s.Trim(); O(); }")]
    [InlineData("useless-increment", "void M(int n) { n++; }", "n = n++;")]
    [InlineData("overwritten-assignment", "void M(int n) { _one = n; _two = 2; }", "_one = n; _one = 2;")]
    [InlineData("late-null-check", "int M(string s) { if (s == null) return 0; var n = s.Length; return n; }", "{ var n = s.Length; if (s == null) return 0; return n; }")]
    [InlineData("late-null-check", "void M(string s) { ArgumentNullException.ThrowIfNull(s); s.Trim(); }", "{ s.Trim(); ArgumentNullException.ThrowIfNull(s); }")]
    [InlineData("dropped-copy", "void M(List<int> l) { foreach (var n in l.ToList()) l.Remove(n); }", "in l)")]
    [InlineData("dropped-parentheses", "int M(int? n) => (n ?? 0) + 1;", "n ?? 0 + 1")]
    [InlineData("ordered-twice", "object M(List<string> l) => l.OrderBy(s => s.Length).ThenBy(s => s);", "OrderBy(s => s.Length).OrderBy(s => s)")]
    public void An_operator_writes_its_bug(string name, string member, string written)
    {
        var source = $$"""
            using System; using System.Collections.Generic; using System.IO; using System.Linq;
            class Sample
            {
                int _one; int _two;
                void N() { }
                void O() { }
                {{member}}
            }
            """;
        var tree = Compiler.Parse(source);
        var model = Compiler.Compilation([tree]).GetSemanticModel(tree);
        var node = tree.GetRoot().DescendantNodes().OfType<MemberDeclarationSyntax>().Last();
        var mutants = RuleMutations.Of(model, node).Where(mutation => mutation.Operator == name).Select(mutation => SourceText.From(source).WithChanges(mutation.Changes).ToString()).ToList();
        Assert.Contains(mutants, mutant => mutant.Contains(written, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_operator_has_a_category()
    {
        const string Everything = """
            using System; using System.IO; using System.Threading.Tasks;
            class Sample
            {
                int _one; int _two;
                int P => _one;
                async Task M(int a, int b, string s)
                {
                    using var stream = new MemoryStream();
                    if (s == null) return;
                    s = s.Trim();
                    try { await Task.Delay(a + 1); N(a, b); _one = a; _two = b; }
                    catch (IOException e) { throw new InvalidOperationException("x", e); }
                }
                bool N(int a, int b) => a < b && a != 0;
            }
            """;
        var tree = Compiler.Parse(Everything);
        var model = Compiler.Compilation([tree]).GetSemanticModel(tree);
        var operators = MutationOperators.Of(model, tree.GetRoot()).Select(mutation => mutation.Operator).Distinct().ToList();
        Assert.True(operators.Count > 15, string.Join(", ", operators));
        Assert.All(operators, name => Assert.Contains(name, MutationOperators.Categories.Keys));
    }
}
