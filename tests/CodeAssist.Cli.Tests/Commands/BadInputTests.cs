using CodeAssist.Testing;

namespace CodeAssist.Cli.Tests.Commands;

public class BadInputTests
{
    [Theory]
    [InlineData("analyze")]
    [InlineData("fix")]
    public async Task A_path_that_does_not_exist(string command) => (await Tool.RunAsync(command, "no/such/place")).IsRefusal(3, "no/such/place");

    [Fact]
    public async Task A_file_that_is_no_CSharp()
    {
        using var scratch = new Scratch();
        (await Tool.RunAsync("analyze", scratch.Write("notes.txt", "words"))).IsRefusal(3, "notes.txt");
        (await Tool.RunAsync("analyze", scratch.Write("App.fsproj", "<Project />"))).IsRefusal(3, "App.fsproj");
        (await Tool.RunAsync("analyze", scratch.Write("words.cs", "Dear reader, this is a letter."))).IsRefusal(3, "words.cs");
        (await Tool.RunAsync("analyze", scratch.Write("binary.cs", "class C { }\0\0\0"))).IsRefusal(3, "binary.cs");
    }

    [Fact]
    public async Task An_empty_folder()
    {
        using var scratch = new Scratch();
        (await Tool.RunAsync("analyze", scratch.Folder)).IsRefusal(3, scratch.Folder);
    }

    [Fact]
    public async Task A_folder_with_several_solutions_names_them()
    {
        using var scratch = new Scratch();
        scratch.Write("One.slnx", "<Solution />");
        scratch.Write("Two.sln", "");
        (await Tool.RunAsync("analyze", scratch.Folder)).IsRefusal(2, "One.slnx", "Two.sln");
    }

    [Fact]
    public async Task A_project_that_does_not_restore()
    {
        using var scratch = new Scratch();
        scratch.WriteProject(Sources.Identical);
        scratch.Write("App/App.csproj", Sources.Project("<TargetFramework>net10.0</TargetFramework><RestoreSources>nowhere</RestoreSources>")
            .Replace("</Project>", "<ItemGroup><PackageReference Include=\"No.Such.Package\" Version=\"1.0.0\" /></ItemGroup></Project>", StringComparison.Ordinal));
        (await Tool.RunAsync("fix", Path.Combine(scratch.Folder, "App"))).IsRefusal(3, "App.csproj", "NU1301");
    }

    [Fact]
    public async Task A_project_that_asks_for_an_SDK_that_is_not_there()
    {
        using var scratch = new Scratch();
        scratch.Write("global.json", """{ "sdk": { "version": "3.0.100", "rollForward": "disable" } }""");
        (await Tool.RunAsync("analyze", scratch.WriteProject(Sources.Identical))).IsRefusal(3, "3.0.100", "global.json");
    }

    [Fact]
    public async Task A_project_that_is_not_restored_where_restoring_is_forbidden()
    {
        using var scratch = new Scratch();
        (await Tool.RunAsync("fix", scratch.WriteProject(Sources.Identical), "--no-restore")).IsRefusal(3, "App.csproj", "--no-restore");
    }

    [Theory]
    [InlineData("App.csproj", "<Project")]
    [InlineData("App.sln", "words")]
    [InlineData("App.slnx", "<Solution")]
    [InlineData("App.slnf", "{")]
    public async Task A_project_or_solution_that_is_broken(string name, string text)
    {
        using var scratch = new Scratch();
        var path = scratch.Write(name, text);
        (await Tool.RunAsync("analyze", path)).IsRefusal(3, name);
        (await Tool.RunAsync("analyze", path, "--no-restore")).IsRefusal(3, name);
    }

    [Theory]
    [InlineData("codeassist.CDA1006.min_name_length = abc")]
    [InlineData("codeassist.CDA1006.min_name_length = -1")]
    [InlineData("codeassist.max_tokens = lots")]
    [InlineData("codeassist.exclude = maybe")]
    [InlineData("codeassist.model_fixes = sometimes")]
    [InlineData("dotnet_diagnostic.CDA1001.severity = loud")]
    public async Task A_broken_editorconfig_value_names_file_line_key_and_value(string setting)
    {
        using var scratch = new Scratch();
        var config = scratch.Write(".editorconfig", "root = true\n[*.cs]\n" + setting + "\n");
        (await Tool.RunAsync("analyze", scratch.Write("Ranges.cs", Sources.Identical))).IsRefusal(2, config, "line 3", setting);
    }

    [Fact]
    public async Task A_setting_that_nobody_knows_is_noted()
    {
        using var scratch = new Scratch();
        scratch.Write(".editorconfig", "root = true\n[*.cs]\ncodeassist.exlude = true\n");
        var run = await Tool.RunAsync("analyze", scratch.Write("Ranges.cs", Sources.Identical));
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("codeassist.exlude", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#:package Newtonsoft.Json@13.0.3")]
    [InlineData("#:project ../Lib")]
    [InlineData("#:sdk Microsoft.NET.Sdk.Web")]
    public async Task A_program_that_needs_more_than_its_file(string directive)
    {
        using var scratch = new Scratch();
        (await Tool.RunAsync("analyze", scratch.Write("app.cs", directive + "\nSystem.Console.WriteLine();\n"))).IsRefusal(3, directive);
    }

    [Fact]
    public async Task Files_that_cannot_be_written_to()
    {
        using var scratch = new Scratch();
        var file = scratch.Write("Ranges.cs", Sources.Identical);
        (await Tool.RunAsync("fix", file, "--evidence", Path.Combine(scratch.Folder, "no", "evidence.jsonl"))).IsRefusal(2, "evidence.jsonl");
        (await Tool.RunAsync("fix", file, "--patch", Path.Combine(scratch.Folder, "no", "x.patch"))).IsRefusal(2, "x.patch");
    }
}
