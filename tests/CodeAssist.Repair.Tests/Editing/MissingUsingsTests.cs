using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Tests.Editing;

/// <summary>An edit brings the using directives that its code needs, where exactly one namespace has the missing name.</summary>
public class MissingUsingsTests
{
    private const string Culture = "string M(int n) => n.ToString(CultureInfo.InvariantCulture);";
    private const string Member = "class C { string M(int n) => n; }\n";
    private const string Repaired = "class C { " + Culture + " }\n";

    [Theory]
    [InlineData("", "using System.Globalization;\n\n", "no usings")]
    [InlineData("using System;\nusing System.Text;\n\n", "using System;\nusing System.Globalization;\nusing System.Text;\n\n", "in order")]
    [InlineData("using Microsoft.CSharp;\nusing System;\nusing System.Text;\n\n", "using Microsoft.CSharp;\nusing System;\nusing System.Globalization;\nusing System.Text;\n\n", "in the order of the alphabet")]
    [InlineData("using Microsoft.CSharp;\n\n", "using System.Globalization;\nusing Microsoft.CSharp;\n\n", "System first")]
    [InlineData("using System.Text;\nusing System;\n\n", "using System.Text;\nusing System;\nusing System.Globalization;\n\n", "behind usings without an order")]
    [InlineData("using System;\n\nnamespace N;\n\n", "using System;\nusing System.Globalization;\n\nnamespace N;\n\n", "above a file-scoped namespace")]
    [InlineData("namespace N;\n\nusing System;\n\n", "namespace N;\n\nusing System;\nusing System.Globalization;\n\n", "inside a file-scoped namespace")]
    [InlineData("// The header.\n// Its second line.\n\nnamespace N;\n\n", "// The header.\n// Its second line.\n\nusing System.Globalization;\n\nnamespace N;\n\n", "under the header")]
    [InlineData("// The header.\n\n#nullable enable\n", "// The header.\n\n#nullable enable\nusing System.Globalization;\n\n", "under the directives of the file")]
    [InlineData("// The header.\n\n// What it is.\n/// <summary>Documented.</summary>\n", "// The header.\n\nusing System.Globalization;\n\n// What it is.\n/// <summary>Documented.</summary>\n", "above the type's own comments")]
    [InlineData("global using System;\nusing T = System.Text.StringBuilder;\n\n", "global using System;\nusing System.Globalization;\nusing T = System.Text.StringBuilder;\n\n", "behind global usings")]
    [InlineData("using System;\n#if OTHER\nusing System.IO;\n#endif\n\n", "using System;\nusing System.Globalization;\n#if OTHER\nusing System.IO;\n#endif\n\n", "outside of `#if`")]
    public async Task Needed_using_stands_where_it_belongs(string head, string expected, string _)
    {
        await ProposesAsync(head + Member, Culture, expected + Repaired);
        await ProposesAsync((head + Member).Replace("\n", "\r\n"), Culture, (expected + Repaired).Replace("\n", "\r\n"));
    }

    [Fact]
    public Task Usings_inside_a_block_namespace_stay_together() => ProposesAsync(
        "namespace N\n{\n    using System;\n    using System.Text;\n\n    " + Member + "}\n",
        Culture,
        "namespace N\n{\n    using System;\n    using System.Globalization;\n    using System.Text;\n\n    " + Repaired + "}\n");

    [Fact]
    public Task Constructed_type_is_resolved() => ProposesAsync(
        Member,
        "string M(int n) => new StringBuilder().Append(n).ToString();",
        "using System.Text;\n\nclass C { string M(int n) => new StringBuilder().Append(n).ToString(); }\n");

    [Theory]
    [InlineData("a.ToList()", "a.ToList()")]
    [InlineData("a.Where(n => n > 0).ToList()", "a.Where(n => n > 0).ToList()")]
    [InlineData("a?.ToList()", "a?.ToList()")]
    public async Task Extension_method_is_resolved_by_its_receiver(string call, string written) => await ProposesAsync(
        "using System.Collections.Generic;\n\nclass C { List<int>? M(int[] a) => a; }\n",
        "List<int>? M(int[] a) => " + call + ";",
        "using System.Collections.Generic;\nusing System.Linq;\n\nclass C { List<int>? M(int[] a) => " + written + "; }\n");

    [Fact]
    public Task Several_names_bring_several_usings() => ProposesAsync(
        Member,
        "string M(int n) => new StringBuilder().Append(n.ToString(CultureInfo.InvariantCulture)).ToString();",
        "using System.Globalization;\nusing System.Text;\n\nclass C { string M(int n) => new StringBuilder().Append(n.ToString(CultureInfo.InvariantCulture)).ToString(); }\n");

    [Fact]
    public async Task Of_two_namespaces_none_is_chosen()
    {
        const string source = Member + "namespace One { static class Words { public static string Of(int n) => \"1\"; } }\nnamespace Two { static class Words { public static string Of(int n) => \"2\"; } }\n";
        var outcome = await RepairAsync(source, "string M(int n) => Words.Of(n);");

        Assert.Null(outcome.Edit);
        Assert.Equal("compile", outcome.Attempts[0].Verdict!.Failure!.Name);
        Assert.DoesNotContain("using", outcome.Attempts[0].Proposal.NewText!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Edit_with_its_using_is_offered()
    {
        const string source = "using System;\nclass C { int M(string s) { return s.Size; } }\nnamespace Words { static class Wording { public static int Size(this string s) => 1; } }\n";
        var outcome = await RepairVerifier.RepairAsync(
            source, "CS1061", new ModelProposer(new ScriptedModel(ScriptedModel.Fenced("int M(string s) { return s.Size(); }")), feedbackRounds: 0));

        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal(source.Replace("using System;\n", "using System;\nusing Words;\n").Replace("s.Size;", "s.Size();"), outcome.Edit.NewText.ToString());
    }

    [Theory]
    [InlineData("Tools.Words.Of(n)")]
    [InlineData("Unheard.Of(n)")]
    [InlineData("Of(n)")]
    [InlineData("Text")]
    public async Task Nothing_is_added_for_what_no_namespace_imports(string expression)
    {
        const string source = Member + "namespace One { static class Words { public static string Of(int n) => \"1\"; } class Text { } }\n";
        var outcome = await RepairAsync(source, "string M(int n) => " + expression + ";");

        Assert.Null(outcome.Edit);
        Assert.DoesNotContain("using", outcome.Attempts[0].Proposal.NewText!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public Task Global_usings_are_not_repeated() => ProposesAsync(
        "global using System.Globalization;\n" + Member, Culture, "global using System.Globalization;\n" + Repaired);

    [Fact]
    public Task Names_that_did_not_bind_before_stay_as_they_are() => OffersAsync(
        "class C { string M(int n) { StringBuilder builder; return n; } }\n",
        "string M(int n) { StringBuilder builder; return n.ToString(); }",
        "class C { string M(int n) { StringBuilder builder; return n.ToString(); } }\n");

    private static Task<RepairOutcome> RepairAsync(string source, string member) =>
        RepairVerifier.RepairAsync(source, "CS0029", new ModelProposer(new ScriptedModel(ScriptedModel.Fenced(member)), feedbackRounds: 0));

    // Whether what the code does is a right repair is the business of `behaviour`, the last check: all before it pass.
    private static async Task ProposesAsync(string source, string member, string expected)
    {
        var attempt = (await RepairAsync(source, member)).Attempts[0];
        Assert.Equal(expected, attempt.Proposal.NewText!.ToString());
        Assert.True(attempt.Verdict!.Failure?.Name is null or "behaviour", attempt.Verdict.Failure?.Name + ": " + attempt.Verdict.Failure?.Reason);
    }

    private static async Task OffersAsync(string source, string member, string expected)
    {
        var outcome = await RepairAsync(source, member);
        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal(expected, outcome.Edit.NewText.ToString());
    }
}
