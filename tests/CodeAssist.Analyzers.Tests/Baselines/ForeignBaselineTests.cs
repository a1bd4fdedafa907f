using System.Globalization;
using CodeAssist.Analyzers.Baselines;
using Microsoft.CodeAnalysis;

namespace CodeAssist.Analyzers.Tests.Baselines;

/// <summary>The same file silences what the compiler and other analyzers report.</summary>
public class ForeignBaselineTests
{
    private const string Nullable =
        """
        public class Names
        {
            public int Length(string? name)
            {
                return name.Length;
            }
        }
        """;

    [Fact]
    public async Task A_known_nullable_warning_is_silent() => Assert.Empty(await ReportedAsync(Nullable, Nullable));

    [Fact]
    public async Task The_same_mistake_in_another_member_is_reported() =>
        Assert.Equal(["CS8602:6"], await ReportedAsync(Nullable, Nullable.Replace("{\n    public", "{\n    public int More(string? name) => 1;\n    public int Most(string? name)\n    {\n        return name.Length;\n    }\n    public", StringComparison.Ordinal)));

    [Fact]
    public async Task A_second_equal_mistake_in_the_same_member_is_reported()
    {
        // A lambda: the flow of null starts anew in it.
        const string Before = "public class C\n{\n    public void M(string? name, System.Action<System.Action> run)\n    {\n        run(() =>\n        {\n            name.Trim();\n        });\n    }\n}";
        var after = Before.Replace("        });\n", "        });\n        run(() =>\n        {\n            name.Trim();\n        });\n", StringComparison.Ordinal);
        Assert.Equal(["CS8602:7"], await ReportedAsync("", Before));
        Assert.Equal(["CS8602:11"], await ReportedAsync(Before, after));
    }

    [Fact]
    public async Task Code_around_it_may_change()
    {
        var after = "// moved\nusing System;\n" + Nullable.Replace("        return", "        Console.WriteLine();\n        return", StringComparison.Ordinal);
        Assert.Empty(await ReportedAsync(Nullable, after));
    }

    [Fact]
    public async Task A_changed_statement_is_reported_again() =>
        Assert.Equal(["CS8602:5"], await ReportedAsync(Nullable, Nullable.Replace("name.Length", "name.Length + 1", StringComparison.Ordinal)));

    [Fact]
    public async Task Findings_on_one_header_are_told_apart_by_what_they_name()
    {
        const string Before = "public class Person\n{\n    public string First;\n\n    public Person()\n    {\n    }\n}";
        var after = Before.Replace("First;\n", "First;\n    public string Last;\n", StringComparison.Ordinal);
        var reported = await new BaselineRun().Source("/repo/Code.cs", after).Baseline("/repo/codeassist.baseline", await LinesAsync(Before)).DiagnosticsAsync();
        Assert.Contains("'Last'", Assert.Single(reported).GetMessage(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_language_of_the_build_does_not_matter()
    {
        var found = (await new BaselineRun().Source("/repo/Code.cs", "public class Person\n{\n    public string First;\n\n    public Person()\n    {\n    }\n}").DiagnosticsAsync())
            .First(one => one.Id == "CS8618");
        var root = await found.Location.SourceTree!.GetRootAsync();
        var chinese = "在退出构造函数时，不可为 null 的 字段 “First” 必须包含非 null 值。请考虑添加 \"required\" 修饰符或将该 字段 声明为可以为 null。";
        Assert.Equal(
            ForeignFingerprint.Of(found, found.Location.SourceTree, CancellationToken.None),
            ForeignFingerprint.Of("CS8618", chinese, "Code.cs", root, found.Location.SourceSpan, CancellationToken.None));
    }

    [Fact]
    public async Task Errors_cannot_be_silenced()
    {
        const string Source = "public class C\n{\n    public int M(bool yes) { if (yes) return 1; }\n}";
        Assert.Equal(["CS0161:3"], await ReportedAsync(Source, Source));
    }

    [Fact]
    public async Task Ids_beyond_the_list_cannot_be_silenced()
    {
        const string Source = "#warning later\npublic class C;";
        Assert.DoesNotContain("CS1030", ForeignDiagnostics.Ids);
        Assert.Equal(["CS1030:1"], await ReportedAsync(Source, Source));
    }

    [Fact]
    public void Every_id_of_the_list_is_declared() =>
        Assert.Equal(
            ForeignDiagnostics.Ids.Order(StringComparer.Ordinal),
            new BaselineSuppressor().SupportedSuppressions.Select(one => one.SuppressedDiagnosticId).Order(StringComparer.Ordinal));

    [Theory]
    [InlineData("")]
    [InlineData("// nothing but a comment")]
    [InlineData("class C { int x = 1")]
    [InlineData("}}}")]
    [InlineData("using System;\n[assembly: System.CLSCompliant(false)]\nnamespace A { enum E { F = 1 } delegate void D(); class C { ~C() { } C() { } static C() { } public static C operator +(C a, C b) => a; public static implicit operator int(C c) => 1; int this[int i] => i; event System.Action X { add { } remove { } } } }")]
    public void Any_place_of_any_file_has_a_fingerprint(string source)
    {
        var root = Microsoft.CodeAnalysis.CSharp.CSharpSyntaxTree.ParseText(source).GetRoot();
        for (var start = 0; start <= source.Length; start++)
        {
            for (var length = 0; start + length <= source.Length; length += 7)
                Assert.Matches("^[0-9a-f]{64}$", ForeignFingerprint.Of("CS0168", "'x'", "Code.cs", root, new(start, length), CancellationToken.None));
        }
    }

    private static async Task<IReadOnlyList<string>> ReportedAsync(string known, string source) =>
        await new BaselineRun().Source("/repo/Code.cs", source).Baseline("/repo/codeassist.baseline", await LinesAsync(known)).ReportedAsync();

    private static async Task<string> LinesAsync(string source) => string.Concat(
        (await new BaselineRun().Source("/repo/Code.cs", source).DiagnosticsAsync())
            .Select(one => $"{ForeignFingerprint.Of(one, one.Location.SourceTree!, CancellationToken.None)}\t{one.Id}\tCode.cs\n"));
}
