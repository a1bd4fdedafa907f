using CodeAssist.Repair.Proposing;
using Microsoft.CodeAnalysis;

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
    [InlineData("#region usings\nusing System;\n#endregion\n\n", "#region usings\nusing System;\nusing System.Globalization;\n#endregion\n\n", "inside of their region")]
    [InlineData("#if OTHER\nusing System.IO;\n#endif\nusing System;\n\n", "using System.Globalization;\n#if OTHER\nusing System.IO;\n#endif\nusing System;\n\n", "before `#if`")]
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
    public Task Initialiser_of_a_field_is_code_too() => ProposesAsync(
        "class C { string _text = 1; }\n",
        "string _text = 1.ToString(CultureInfo.InvariantCulture);",
        "using System.Globalization;\n\nclass C { string _text = 1.ToString(CultureInfo.InvariantCulture); }\n");

    [Fact]
    public async Task Members_that_a_type_gets_bring_theirs()
    {
        var outcome = await RepairVerifier.RepairAsync(
            "using System;\n\nclass Job : IAsyncDisposable\n{\n    public void Run() { }\n}\n", "CS0535",
            Model("class Job : IAsyncDisposable\n{\n    public ValueTask DisposeAsync() => default;\n}"));

        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal(
            "using System;\nusing System.Threading.Tasks;\n\nclass Job : IAsyncDisposable\n{\n    public void Run() { }\n\n    public ValueTask DisposeAsync() => default;\n}\n",
            outcome.Edit.NewText.ToString());
    }

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

    [Theory]
    [InlineData("[|Path|].GetTempPath()", "IO", "CS0103")]
    [InlineData("new [|StringBuilder|]().ToString()", "Text", "CS0246")]
    public async Task Missing_name_that_is_flagged_itself_needs_no_other_edit(string expression, string name, string id)
    {
        var source = "using System;\n\nclass C { string M(int n) => " + expression.Replace("[|", "").Replace("|]", "") + "; }\n";
        var member = source[source.IndexOf("string M", StringComparison.Ordinal)..source.LastIndexOf(" }", StringComparison.Ordinal)];
        var outcome = await RepairVerifier.RepairAsync(source, id, Model(member));

        Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
        Assert.Equal(source.Replace("using System;\n", "using System;\nusing System." + name + ";\n"), outcome.Edit.NewText.ToString());
    }

    [Fact]
    public Task Query_needs_its_operators() => ProposesAsync(
        "using System.Collections.Generic;\n\nclass C { IEnumerable<int> M(int[] a) => 1; }\n",
        "IEnumerable<int> M(int[] a) => from n in a where n > 0 select n;",
        "using System.Collections.Generic;\nusing System.Linq;\n\nclass C { IEnumerable<int> M(int[] a) => from n in a where n > 0 select n; }\n");

    [Fact]
    public Task Arity_tells_types_apart() => ProposesAsync(
        "using System.Collections.Generic;\n\nclass C { object M(int[] a) { int x = \"\"; return x; } }\n",
        "object M(int[] a) { IEnumerable x = \"\"; return x; }",
        "using System.Collections;\nusing System.Collections.Generic;\n\nclass C { object M(int[] a) { IEnumerable x = \"\"; return x; } }\n");

    [Fact]
    public async Task Attribute_is_found_without_its_suffix()
    {
        var attempt = (await RepairAsync(Member, "string M(int n) { return Text(); [Description(\"\")] string Text() => n.ToString(); }")).Attempts[0];

        Assert.StartsWith("using System.ComponentModel;\n\n", attempt.Proposal.NewText!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Type_that_is_not_accessible_is_not_meant()
    {
        const string source = Member + "namespace One { class Outer { class Words { public static string Of(int n) => \"1\"; } } }\nnamespace Two { static class Words { public static string Of(int n) => \"2\"; } }\n";
        await ProposesAsync(source, "string M(int n) => Words.Of(n);", "using Two;\n\n" + source.Replace("=> n;", "=> Words.Of(n);"));
    }

    [Theory]
    [InlineData("dotnet_sort_system_directives_first = false", "using Microsoft.CSharp;\n\n", "using Microsoft.CSharp;\nusing System.Globalization;\n\n", "")]
    [InlineData("csharp_using_directive_placement = inside_namespace:warning", "namespace N;\n\n", "namespace N;\n\nusing System.Globalization;\n\n", "")]
    [InlineData("csharp_using_directive_placement = inside_namespace", "namespace N\n{\n    ", "namespace N\n{\n    using System.Globalization;\n\n    ", "}\n")]
    [InlineData("csharp_using_directive_placement = outside_namespace", "namespace N;\n\n", "using System.Globalization;\n\nnamespace N;\n\n", "")]
    public async Task Editorconfig_says_where_the_using_stands(string setting, string head, string expected, string tail)
    {
        var document = RepairVerifier.Document(head + Member + tail, editorConfig: "root = true\n[*.cs]\n" + setting + "\n");
        Judge(await RepairVerifier.RepairAsync(document, "CS0029", Model(Culture)), expected + Repaired + tail);
    }

    [Fact]
    public async Task Every_flavour_must_know_the_namespace()
    {
        var document = RepairVerifier.Document(Member);
        var other = ProjectId.CreateNewId();
        var solution = document.Project.Solution
            .AddProject(ProjectInfo.Create(
                other, VersionStamp.Create(), "Other", "Other", "C#", compilationOptions: document.Project.CompilationOptions,
                metadataReferences: document.Project.MetadataReferences))
            .AddDocument(DocumentId.CreateNewId(other), "Code.cs", await document.GetTextAsync(), filePath: document.FilePath);
        const string mine = "namespace Mine { public static class Words { public static string Of(int n) => \"1\"; } }";
        var here = solution.AddDocument(DocumentId.CreateNewId(document.Project.Id), "Mine.cs", mine, filePath: "/project/Mine.cs");
        var both = here.AddDocument(DocumentId.CreateNewId(other), "Mine.cs", mine, filePath: "/other/Mine.cs");
        var different = here.AddDocument(DocumentId.CreateNewId(other), "Mine.cs", mine.Replace("Mine", "Theirs"), filePath: "/other/Mine.cs");

        Assert.Equal("using Mine;\n\n" + Member.Replace("=> n;", "=> Words.Of(n);"), await NewTextAsync(both));
        Assert.DoesNotContain("using", await NewTextAsync(here), StringComparison.Ordinal);
        Assert.DoesNotContain("using", await NewTextAsync(different), StringComparison.Ordinal);

        async Task<string> NewTextAsync(Solution world) =>
            (await RepairVerifier.RepairAsync(world.GetDocument(document.Id)!, "CS0029", Model("string M(int n) => Words.Of(n);"))).Attempts[0].Proposal.NewText!.ToString();
    }

    [Fact]
    public Task Usings_of_a_reply_that_its_code_does_not_need_stay_out() => ProposesAsync(
        "using System;\n\n" + Member, "using System;\nusing System.IO;\nusing System.Linq;\n\n" + Culture, "using System;\nusing System.Globalization;\n\n" + Repaired);

    [Fact]
    public async Task Of_two_namespaces_a_reply_may_name_one()
    {
        const string source = Member + "namespace One { static class Words { public static string Of(int n) => \"1\"; } }\nnamespace Two { static class Words { public static string Of(int n) => \"2\"; } }\n";
        await ProposesAsync(source, "using Two;\nstring M(int n) => Words.Of(n);", "using Two;\n\n" + source.Replace("=> n;", "=> Words.Of(n);"));
    }

    [Theory]
    [InlineData("using Words = One.Words;")]
    [InlineData("using static One.Words;")]
    public async Task Alias_is_never_added(string directive)
    {
        const string source = "namespace One { static class Words { public static string Of(int n) => \"1\"; } }\n" + Member;
        var outcome = await RepairAsync(source, directive + "\nstring M(int n) => " + (directive.Contains("static", StringComparison.Ordinal) ? "Of(n);" : "Words.Of(n);"));

        Assert.Null(outcome.Edit);
        Assert.Equal("scope", outcome.Attempts[0].Verdict!.Failure!.Name);
    }

    [Fact]
    public async Task Name_elsewhere_in_the_file_keeps_its_meaning()
    {
        const string source = """
            using One;
            class C { string M(int n) => n; string Other() => 1.Tell(); }
            namespace One { static class Telling { public static string Tell(this long n) => "1"; } }
            namespace Two { static class Telling { public static string Tell(this int n) => "2"; } static class Words { public static string Of(int n) => "2"; } }
            """;
        var outcome = await RepairAsync(source.Replace("1.Tell", "1L.Tell"), "string M(int n) => Words.Of(n);");
        Assert.True(outcome.Attempts[0].Verdict!.Failure is not { Reason: { } reason } || !reason.Contains("Tell", StringComparison.Ordinal), outcome.Abstention?.Reason);

        var rebound = await RepairAsync(
            source.Replace("this long n", "this object n"), "string M(int n) => Words.Of(n);");
        Assert.Equal("behaviour", rebound.Attempts[0].Verdict!.Failure!.Name);
        Assert.Contains("Two.Telling.Tell", rebound.Attempts[0].Verdict!.Failure!.Reason, StringComparison.Ordinal);
    }

    private static ModelProposer Model(string member) => new(new ScriptedModel(ScriptedModel.Fenced(member)), feedbackRounds: 0);

    private static Task<RepairOutcome> RepairAsync(string source, string member) => RepairVerifier.RepairAsync(source, "CS0029", Model(member));

    // Whether what the code does is a right repair is the business of `behaviour`, the last check: all before it pass.
    private static async Task ProposesAsync(string source, string member, string expected) => Judge(await RepairAsync(source, member), expected);

    private static void Judge(RepairOutcome outcome, string expected)
    {
        var attempt = outcome.Attempts[0];
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
