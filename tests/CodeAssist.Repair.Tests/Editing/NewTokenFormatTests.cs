using CodeAssist.Repair.Proposing;

namespace CodeAssist.Repair.Tests.Editing;

/// <summary>
/// New tokens are written as the file is, and as its <c>.editorconfig</c> says; all else stays byte for byte.
/// </summary>
public class NewTokenFormatTests
{
    // What no formatter would write stays, because nobody changed it.
    private const string Before = """
        class C
        {
            string? _name;

            int M(int n)
            {
                if (n > 0)
                {
                    n   +=  1 ;   // odd, and kept
                }

                while(n>9) { n-- ; }

                return _name.Length;
            }
        }

        """;

    private const string Added = """
                if (_name == null)
                {
                    return 0;
                }

        """;

    private const string Reply = """
        int M(int n)
        {
            if (n > 0)
            {
                n += 1; // odd, and kept
            }

            while (n > 9) { n--; }

            if (_name == null)
            {
                return 0;
            }

            return _name.Length;
        }
        """;

    private static readonly string After = Before.Replace("        return _name", Added + "\n        return _name", StringComparison.Ordinal);

    private static string Tabs(string text) => string.Join("\n", text.Split('\n').Select(line => new string('\t', (line.Length - line.TrimStart(' ').Length) / 4) + line.TrimStart(' ')));

    private static string Two(string text) => string.Join("\n", text.Split('\n').Select(line => new string(' ', (line.Length - line.TrimStart(' ').Length) / 2) + line.TrimStart(' ')));

    private static string Kernighan(string text) => System.Text.RegularExpressions.Regex.Replace(text, @"\n *\{\n", " {\n");

    private static string Crlf(string text) => text.Replace("\n", "\r\n", StringComparison.Ordinal);

    private static async Task<string> NewTextAsync(string source, string reply, string? editorConfig = null, string id = "CS8602")
    {
        var document = RepairVerifier.Document(source, editorConfig: editorConfig is null ? null : "root = true\n[*.cs]\n" + editorConfig);
        var outcome = await RepairVerifier.RepairAsync(document, id, new ModelProposer(new ScriptedModel(ScriptedModel.Fenced(reply)), feedbackRounds: 0));
        Assert.True(outcome.Attempts[0].Proposal.NewText is not null, outcome.Abstention?.Reason);
        return outcome.Attempts[0].Proposal.NewText!.ToString();
    }

    private static async Task WritesAsync(Func<string, string> file, Func<string, string> reply, string? editorConfig = null) =>
        Assert.Equal(file(After), await NewTextAsync(file(Before), reply(Reply), editorConfig));

    private static string Same(string text) => text;

    [Fact]
    public async Task File_of_tabs_gets_tabs_whatever_the_reply_has()
    {
        foreach (var reply in new Func<string, string>[] { Same, Tabs, Two })
        {
            await WritesAsync(Tabs, reply);
            await WritesAsync(Tabs, reply, "indent_style = tab\nindent_size = 4\n");
            await WritesAsync(text => Crlf(Tabs(text)), reply);
        }
    }

    [Fact]
    public async Task File_of_two_spaces_gets_two_spaces_whatever_the_reply_has()
    {
        foreach (var reply in new Func<string, string>[] { Same, Tabs, Two })
        {
            await WritesAsync(Two, reply);
            await WritesAsync(Two, reply, "indent_style = space\nindent_size = 2\n");
            await WritesAsync(text => Crlf(Two(text)), reply);
        }
    }

    [Fact]
    public Task Reply_of_two_spaces_is_indented_by_four_in_a_file_of_four() => WritesAsync(Same, Two);

    [Fact]
    public async Task Braces_stand_where_the_editorconfig_wants_them()
    {
        const string kernighan = "csharp_new_line_before_open_brace = none\ncsharp_new_line_before_else = false\n";
        await WritesAsync(Kernighan, Same, kernighan);
        await WritesAsync(text => Crlf(Kernighan(text)), Same, kernighan);
        await WritesAsync(text => Two(Kernighan(text)), Same, kernighan);
        await WritesAsync(text => Tabs(Kernighan(text)), Two, kernighan + "indent_style = tab\n");
        await WritesAsync(Same, Kernighan, "csharp_new_line_before_open_brace = all\n");
    }

    [Theory]
    [InlineData("csharp_space_after_keywords_in_control_flow_statements = false", "if (_name==null)", "if(_name == null)")]
    [InlineData("csharp_space_around_binary_operators = none", "if (_name == null)", "if (_name==null)")]
    [InlineData("csharp_space_around_binary_operators = before_and_after", "if (_name==null)", "if (_name == null)")]
    [InlineData("indent_size = 4", "if (_name==null)", "if (_name==null)")]
    public async Task Spaces_are_those_of_the_editorconfig(string setting, string replied, string written)
    {
        Assert.Equal(
            After.Replace("if (_name == null)", written, StringComparison.Ordinal),
            await NewTextAsync(Before, Reply.Replace("if (_name == null)", replied, StringComparison.Ordinal), setting + "\n"));
    }

    [Fact]
    public async Task Mixed_line_ends_stay_and_new_lines_end_as_those_beside_them()
    {
        var source = Before.Replace("    string? _name;\n\n", "    string? _name;\r\n\n", StringComparison.Ordinal).Replace("    {\n        if", "    {\r\n        if", StringComparison.Ordinal);
        var text = await NewTextAsync(source, Reply, "indent_size = 4\n");

        Assert.Equal(source.Replace("        return _name", Added + "\n        return _name", StringComparison.Ordinal), text);
    }

    [Fact]
    public async Task Texts_of_several_lines_keep_their_line_ends()
    {
        const string code = "class C\n{\n    string? _name;\n\n    string M()\n    {\n        var a = @\"one\ntwo\";\n        var b = \"\"\"\n            one\n              two\n            \"\"\";\n        return a + b + _name.Length;\n    }\n}\n";
        var member = code[code.IndexOf("    string M", StringComparison.Ordinal)..code.LastIndexOf('}')].Replace("_name.Length", "(_name?.Length ?? 0)", StringComparison.Ordinal);
        foreach (var file in new Func<string, string>[] { Same, Crlf })
        {
            Assert.Equal(file(code.Replace("_name.Length", "(_name?.Length ?? 0)", StringComparison.Ordinal)), await NewTextAsync(file(code), member));
            Assert.Equal(
                file(code.Replace("_name.Length", "(_name?.Length ?? 0)", StringComparison.Ordinal)),
                await NewTextAsync(file(code), member.Replace("\n    ", "\n", StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task What_stays_on_a_line_of_its_own_keeps_its_place()
    {
        var source = Before.Replace("        return _name", "      return _name", StringComparison.Ordinal);
        foreach (var config in new[] { null, "indent_size = 4\n" })
            Assert.Equal(source.Replace("      return _name", Added + "\n      return _name", StringComparison.Ordinal), await NewTextAsync(source, Reply, config));
    }

    [Fact]
    public async Task What_a_new_block_encloses_is_indented_with_it()
    {
        var reply = Reply.Replace(Reply[Reply.IndexOf("    if (_name", StringComparison.Ordinal)..], "    if (_name != null)\n    {\n        return _name.Length;\n    }\n\n    return 0;\n}", StringComparison.Ordinal);
        var expected = Before.Replace("        return _name.Length;\n", "        if (_name != null)\n        {\n            return _name.Length;\n        }\n\n        return 0;\n", StringComparison.Ordinal);
        foreach (var config in new[] { null, "indent_size = 4\n" })
        {
            Assert.Equal(expected, await NewTextAsync(Before, reply, config));
            Assert.Equal(Two(expected), await NewTextAsync(Two(Before), reply, config?.Replace('4', '2')));
            Assert.Equal(Tabs(expected), await NewTextAsync(Tabs(Before), reply, config is null ? null : "indent_style = tab\n"));
        }
    }

    [Theory]
    [InlineData("class Job : IDisposable\n{\n    public void Run() { }\n}\n", "class Job : IDisposable\n{\n    public void Run() { }\n\n    public void Dispose()\n    {\n    }\n}\n")]
    [InlineData("class Job : IDisposable\n{\n}\n", "class Job : IDisposable\n{\n    public void Dispose()\n    {\n    }\n}\n")]
    [InlineData("class Job : IDisposable { }\n", "class Job : IDisposable {\n    public void Dispose()\n    {\n    }\n}\n")]
    public async Task Members_that_a_flagged_type_lacks_stand_at_its_end(string type, string expected)
    {
        const string member = "    public void Dispose()\n    {\n    }\n";
        foreach (var reply in new[] { "class Job : IDisposable\n{\n" + member + "}", "class Job : IDisposable\n{\n    public void Run() { }\n\n" + member + "}", "using System;\n\nclass Job : IDisposable\n{\n" + member + "}" })
        {
            if (reply.Contains("Run", StringComparison.Ordinal) != type.Contains("Run", StringComparison.Ordinal))
                continue;
            var outcome = await RepairVerifier.RepairAsync(
                "using System;\n\n" + type, "CS0535", new ModelProposer(new ScriptedModel(ScriptedModel.Fenced(reply)), feedbackRounds: 0));
            Assert.True(outcome.Edit is not null, outcome.Abstention?.Reason);
            Assert.Equal("using System;\n\n" + expected, outcome.Edit.NewText.ToString());
        }
    }
}
